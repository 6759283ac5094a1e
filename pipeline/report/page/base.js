// Building elements. All words of the data go through text nodes and attributes, never through HTML.

const SVG = 'http://www.w3.org/2000/svg';
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) if (child || child === 0) element.append(child);
  return element;
}

const make = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

function delayed(action, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}

const calm = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

// One tab stop for a group of elements; arrow keys move within it.
function rove(elements, step) {
  elements.forEach((element, number) => {
    element.setAttribute('tabindex', number ? '-1' : '0');
    element.addEventListener('keydown', (event) => {
      const to = elements[step(event.key, number)];
      if (!to) return;
      event.preventDefault();
      for (const other of elements) other.setAttribute('tabindex', other === to ? '0' : '-1');
      to.focus();
    });
  });
}

const inLine = (count) => (key, number) =>
  ({
    ArrowRight: number + 1,
    ArrowDown: number + 1,
    ArrowLeft: number - 1,
    ArrowUp: number - 1,
    Home: 0,
    End: count - 1,
  })[key];

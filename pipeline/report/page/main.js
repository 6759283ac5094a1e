// Which view is shown: '#/facts?type=payment'. A view is built when first opened.

const VIEWS = {
  overview: () => () => {},
  facts: factsView,
  timeline: timelineView,
  parties: partiesView,
  clauses: clausesView,
  articles: articlesView,
  article: articleView,
};
const opened = new Map();
const places = new Map();

function address(hash) {
  const [, name = '', number, query = ''] = /^#\/(\w+)(?:\/(\d+))?(?:\?(.*))?$/.exec(hash) || [];
  return { view: Object.hasOwn(VIEWS, name) ? name : 'overview', number, query };
}

// Show what the address says. Who comes back to a view finds it where it was left.
function route(change) {
  const { view, number, query } = address(location.hash);
  if (change) {
    const { hash } = new URL(change.oldURL);
    places.set(address(hash).view, { hash, top: scrollY });
  }
  const section = document.getElementById(view);
  const values = Object.fromEntries(new URLSearchParams(query));
  const same = !section.hidden && view !== 'article';
  const place = places.get(view);
  const back = change && !same && view !== 'article' && opened.has(view) && place?.hash === location.hash;
  for (const other of $$('.view')) other.hidden = other !== section;
  if (!opened.has(view)) opened.set(view, VIEWS[view](section));
  if (!same) scrollTo(0, 0);
  if (!back) opened.get(view)(values, Number(number));
  else scrollTo(0, place.top);
  for (const link of $$('nav a')) {
    const here = link.dataset.view === view || (view === 'article' && link.dataset.view === 'articles');
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const title = $('h1', section);
  document.title = `${title.textContent} · ${index.name} · newsfacts`;
  if (change && !same) ((back && $('tr[tabindex="0"]', section)) || title).focus({ preventScroll: true });
}

// Colours: as the system has them, until the button says otherwise. A page from disk may be denied a memory.
const remembered = {
  get theme() {
    try {
      return localStorage.getItem('newsfacts-theme');
    } catch (denied) {
      return null;
    }
  },
  set theme(value) {
    try {
      localStorage.setItem('newsfacts-theme', value);
    } catch (denied) {
      /* only this visit */
    }
  },
};

function theme() {
  const button = $('#theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const chosen = document.documentElement.dataset.theme;
    const dark = chosen ? chosen === 'dark' : system.matches;
    button.textContent = dark ? 'Light' : 'Dark';
    button.setAttribute('aria-label', dark ? 'Switch to light colours' : 'Switch to dark colours');
  };
  if (['dark', 'light'].includes(remembered.theme)) document.documentElement.dataset.theme = remembered.theme;
  button.addEventListener('click', () => {
    const next = button.textContent.toLowerCase();
    document.documentElement.dataset.theme = next;
    remembered.theme = next;
    show();
  });
  system.addEventListener('change', show);
  show();
}

theme();
$('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  $('#main').focus();
});
history.scrollRestoration = 'manual';
addEventListener('hashchange', route);
route(null);

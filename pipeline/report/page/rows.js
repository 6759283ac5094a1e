// A table of any length: only the rows near the window are in the page.

class Rows {
  // `columns`: {name, key, sort, class, cell(row)}; `open(row)` is where Enter and a click lead.
  constructor(table, columns, open) {
    Object.assign(this, { table, columns, open, rows: [], order: null, first: 0, last: 0, focus: 0 });
    this.heads = columns.map((column) => this.head(column));
    this.body = make('tbody', { role: 'rowgroup' });
    table.setAttribute('role', 'table');
    table.append(
      make(
        'colgroup',
        {},
        columns.map((column) => make('col', { class: column.class })),
      ),
      make('thead', { role: 'rowgroup' }, make('tr', { role: 'row', 'aria-rowindex': 1 }, this.heads)),
      this.body,
    );
    addEventListener('scroll', () => this.paint(), { passive: true });
    addEventListener('resize', () => this.paint(true));
    this.body.addEventListener('keydown', (event) => this.key(event));
  }

  head(column) {
    const button =
      column.sort && make('button', { type: 'button', onclick: () => this.sort(column) }, column.name);
    return make('th', { scope: 'col', role: 'columnheader', class: column.class }, button || column.name);
  }

  show(rows) {
    this.all = rows;
    this.focus = 0;
    this.arrange();
  }

  // A click on a head sorts by it, a second one the other way round, a third one as it was.
  sort(column) {
    const { order } = this;
    if (!order || order.column !== column) this.order = { column, way: column.descending ? -1 : 1, turns: 1 };
    else this.order = order.turns === 1 ? { column, way: -order.way, turns: 2 } : null;
    this.arrange();
  }

  arrange() {
    this.rows = this.all;
    if (this.order) {
      const { column, way } = this.order;
      this.rows = this.all
        .map((row) => [column.sort(row), row])
        .sort(([a], [b]) => compared(a, b, way))
        .map(([, row]) => row);
    }
    this.columns.forEach((column, number) => {
      const sorted =
        this.order?.column === column ? (this.order.way > 0 ? 'ascending' : 'descending') : 'none';
      if (column.sort) this.heads[number].setAttribute('aria-sort', sorted);
    });
    this.table.setAttribute('aria-rowcount', this.rows.length + 1);
    this.paint(true);
  }

  // Row height as the style sheet has it for this width of window.
  get height() {
    return parseFloat(getComputedStyle(this.table).getPropertyValue('--row'));
  }

  paint(anew = false) {
    if (!this.table.offsetParent) return;
    const { height } = this;
    const above = -this.body.getBoundingClientRect().top;
    const first = Math.max(0, Math.min(Math.floor(above / height) - 10, this.rows.length - 1));
    const last = Math.min(this.rows.length, Math.max(first, Math.ceil((above + innerHeight) / height) + 10));
    if (!anew && first === this.first && last === this.last) return;
    const held = this.body.contains(document.activeElement);
    Object.assign(this, { first, last });
    this.body.replaceChildren(
      this.gap(first * height),
      ...this.rows.slice(first, last).map((row, number) => this.row(row, first + number)),
      this.gap((this.rows.length - last) * height),
    );
    if (held) this.at(this.focus)?.focus({ preventScroll: true });
  }

  gap(height) {
    const row = make('tr', { class: 'gap', 'aria-hidden': 'true' });
    row.style.height = `${height}px`;
    return row;
  }

  row(row, number) {
    return make(
      'tr',
      {
        role: 'row',
        'aria-rowindex': number + 2,
        'data-row': number,
        tabindex: number === this.focus ? 0 : -1,
        onclick: (event) => {
          if (!event.target.closest('a') && !String(getSelection())) this.open(row);
        },
        onfocus: () => {
          this.focus = number;
        },
      },
      this.columns.map((column) => make('td', { role: 'cell', class: column.class }, column.cell(row))),
    );
  }

  at(number) {
    return $(`[data-row="${number}"]`, this.body);
  }

  key(event) {
    if (event.target.tagName !== 'TR') return;
    if (event.key === 'Enter') {
      this.open(this.rows[this.focus]);
      return;
    }
    const end = this.rows.length - 1;
    const to = {
      ArrowDown: this.focus + 1,
      ArrowUp: this.focus - 1,
      PageDown: this.focus + 10,
      PageUp: this.focus - 10,
      Home: 0,
      End: end,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.reach(Math.max(0, Math.min(end, to)));
  }

  // Bring a row into the window and give it the focus.
  reach(number) {
    const top = this.body.getBoundingClientRect().top + number * this.height;
    const lid = this.heads[0].getBoundingClientRect().bottom;
    if (top < lid) scrollBy(0, top - lid);
    else if (top + this.height > innerHeight) scrollBy(0, top + this.height - innerHeight);
    this.focus = number;
    this.paint(true);
    this.at(number)?.focus({ preventScroll: true });
  }
}

// Empty values come last whichever way the rest runs.
function compared(a, b, way) {
  const [noA, noB] = [a === null || a === undefined || a === '', b === null || b === undefined || b === ''];
  if (noA || noB) return noA - noB;
  if (typeof a === 'string') return way * a.localeCompare(b);
  return way * (a - b);
}

// A list of any length: the rest is added as the reader comes to its end, or asks for it.
function unroll(holder, items, render, step = 60) {
  let shown = 0;
  const more = make('button', { type: 'button', class: 'more', onclick: () => add() });
  const watch = new IntersectionObserver(
    (seen) => {
      if (seen.some((entry) => entry.isIntersecting)) add();
    },
    { rootMargin: '600px' },
  );
  const add = () => {
    const next = items.slice(shown, shown + step);
    more.before(...next.map((item, number) => render(item, items[shown + number - 1])));
    shown += next.length;
    more.textContent = `Show more (${count(items.length - shown)})`;
    more.hidden = shown >= items.length;
    if (more.hidden) watch.disconnect();
  };
  holder.unrolled?.disconnect();
  holder.unrolled = watch;
  holder.replaceChildren(more);
  add();
  watch.observe(more);
}

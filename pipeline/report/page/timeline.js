// Dated facts in their order, under bars that say how many there are.

const MOST_BARS = 48;

// Bars of one length of time each; what lies far off the rest is gathered at either end.
function bars(dated) {
  const days = dated.map((fact) => fact.from).sort();
  const [low, high] = [days[Math.floor(days.length * 0.05)], days[Math.ceil((days.length - 1) * 0.95)]];
  const [first, last] = [Number(low.slice(0, 4)), Number(high.slice(0, 4))];
  const months = (last - first + 1) * 12 <= MOST_BARS;
  const size = months ? 1 : Math.ceil((last - first + 1) / MOST_BARS);
  const made = [];
  for (let year = first; year <= last; year += size) {
    if (!months)
      made.push({
        label: size > 1 ? `${year}–${year + size - 1}` : String(year),
        short: String(year),
        from: `${year}-01-01`,
        to: `${year + size - 1}-12-31`,
      });
    else
      MONTHS.forEach((name, month) =>
        made.push({
          label: `${name} ${year}`,
          short: month ? '' : String(year),
          from: `${year}-${String(month + 1).padStart(2, '0')}-01`,
          to: `${year}-${String(month + 1).padStart(2, '0')}-31`,
        }),
      );
  }
  const [start, end] = [made[0].from, made.at(-1).to];
  const edges = (bar) =>
    Object.assign(bar, {
      facts: dated.filter((fact) => fact.from >= bar.from && fact.from <= bar.to).length,
      edge: true,
    });
  const before = edges({
    label: `earlier, before ${first}`,
    short: 'earlier',
    from: '0000',
    to: start.replace(/.$/, '0'),
  });
  const after = edges({
    label: `later, after ${end.slice(0, 4)}`,
    short: 'later',
    from: `${end}~`,
    to: '9999',
  });
  for (const bar of made)
    bar.facts = dated.filter((fact) => fact.from >= bar.from && fact.from <= bar.to).length;
  return [...(before.facts ? [before] : []), ...made, ...(after.facts ? [after] : [])];
}

function timelineView(section) {
  const dated = facts
    .filter((fact) => fact.from)
    .sort((a, b) => compared(a.from, b.from, 1) || compared(b.to, a.to, 1) || a.number - b.number);
  const [chart, holder] = [$('.histogram', section), $('.moments', section)];
  let chosen = {};
  let bar = null;
  const filters = new Filters(
    section,
    [
      { name: 'q', label: 'Search', search: true, placeholder: 'words of the fact or its sentence' },
      { name: 'type', label: 'Type', options: choices(dated, (fact) => fact.type) },
      { name: 'party', label: 'Party', list: partyNames(dated), placeholder: 'name' },
      { name: 'status', label: 'Status', options: choices(dated, (fact) => fact.status) },
    ],
    (values) => {
      chosen = values;
      bar = null;
      histogram(update());
    },
  );

  function update() {
    const fitting = dated.filter((fact) => factFits(fact, chosen));
    const shown = bar ? fitting.filter((fact) => fact.from >= bar.from && fact.from <= bar.to) : fitting;
    $('.count', section).textContent =
      `${count(shown.length)} dated facts${bar ? `, ${bar.label}` : ''}; ${count(facts.length - dated.length)} of ${count(facts.length)} facts have no date`;
    unroll(holder, shown, moment);
    return fitting;
  }

  function histogram(fitting) {
    chart.hidden = !fitting.length;
    if (!fitting.length) return;
    const made = bars(fitting);
    const most = Math.max(...made.map((one) => one.facts));
    const buttons = made.map((one) => {
      const block = make('span', { class: 'block' });
      block.style.height = `${one.facts ? Math.max(3, (100 * one.facts) / most) : 0}%`;
      return make(
        'button',
        {
          type: 'button',
          class: one.edge ? 'edge' : null,
          'aria-pressed': 'false',
          'aria-label': `${one.label}: ${plural(one.facts, 'fact')}`,
          title: `${one.label}: ${plural(one.facts, 'fact')}`,
          onclick: (event) => choose(one, event.currentTarget),
        },
        make('span', { class: 'room' }, block),
        make('span', { class: 'tick', 'aria-hidden': 'true' }, one.short),
      );
    });
    const labels = buttons.filter((button) => $('.tick', button).textContent);
    const every = Math.ceil(labels.length / (chart.clientWidth < 600 ? 6 : 16));
    const near = made.at(-1).edge ? labels.length - every : labels.length;
    labels.forEach((button, number) =>
      $('.tick', button).classList.toggle(
        'thin',
        !button.classList.contains('edge') && (number % every > 0 || number > near),
      ),
    );
    rove(buttons, inLine(buttons.length));
    chart.replaceChildren(...buttons);
  }

  function choose(one, button) {
    const again = bar && bar.from === one.from;
    bar = again ? null : one;
    for (const other of $$('button', chart))
      other.setAttribute('aria-pressed', String(!again && other === button));
    update();
  }

  return (values) => {
    filters.set(values);
    filters.apply();
  };

  function moment(fact, before) {
    const year = fact.from.slice(0, 4);
    const item = make(
      'article',
      { class: 'moment' },
      make('p', { class: 'time' }, make('time', {}, when(fact.date || fact.period))),
      make(
        'div',
        {},
        make('p', { class: 'over' }, words(fact.type), badge(fact)),
        make('p', { class: 'claim' }, sides(fact)),
        make('p', { class: 'facets' }, [factMoney(fact), details(fact)].filter(Boolean).join(' · ')),
        make(
          'p',
          { class: 'evidence' },
          fact.evidence,
          ' ',
          make('a', { href: articleLink(fact.of, fact.fact_id) }, headline(fact.of)),
        ),
      ),
    );
    return !before || before.from.slice(0, 4) !== year
      ? make('div', { class: 'turn' }, make('h2', {}, year), item)
      : item;
  }
}

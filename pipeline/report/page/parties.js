// Who deals with whom: a graph of the strongest links, and what is known of the party that is chosen.

const MOST_LINKS = 60;
const BY_FACTS = 'facts';

// All links between parties: {from, to, facts}; nodes are one for each party of the dataset, and one for each name
// and kind where no two articles have a party surely in common.
function network(rows) {
  const nodes = new Map();
  const links = new Map();
  const node = (name, kind, party) => {
    const called = index.parties[party] ?? name;
    const key = `${kind}\n${called}`;
    if (!nodes.has(key)) nodes.set(key, { key, name: called, kind, facts: [] });
    return nodes.get(key);
  };
  for (const fact of rows) {
    const from = fact.subject_id && node(fact.subject, fact.subject_kind, fact.subject_party);
    const to = fact.object_id && node(fact.object, fact.object_kind, fact.object_party);
    from?.facts.push(fact);
    if (to && to !== from) to.facts.push(fact);
    if (!from || !to || from === to) continue;
    const key = `${from.key}\n${to.key}`;
    if (!links.has(key)) {
      links.set(key, { from, to, facts: [] });
    }
    links.get(key).facts.push(fact);
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

// Money of some facts in one currency, of a range its lower end. Rates and what is negated or cancelled are left
// out, and the same claim told again counts once, as in the overview.
function worth(rows, currency) {
  const told = new Set();
  let sum = 0;
  for (const fact of rows) {
    const claim = [
      fact.type,
      index.parties[fact.subject_party] ?? fact.subject,
      index.parties[fact.object_party] ?? fact.object,
      fact.size,
      fact.date,
      fact.period,
      fact.metric,
      fact.purpose,
    ];
    const key = JSON.stringify(claim);
    const off = fact.per || fact.negated || fact.status === 'cancelled';
    if (fact.currency !== currency || fact.size === null || off || told.has(key)) continue;
    told.add(key);
    sum += fact.size;
  }
  return sum;
}

const weight = (rows, by) => (by === BY_FACTS ? rows.length : worth(rows, by));

function shape(kind, r) {
  if (kind === 'company')
    return draw('rect', { x: -r * 0.9, y: -r * 0.9, width: r * 1.8, height: r * 1.8, rx: r * 0.25 });
  if (kind === 'public_body')
    return draw('path', { d: `M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z` });
  if (kind === 'organization')
    return draw('path', { d: `M0 ${-r * 1.15}L${r * 1.1} ${r * 0.85}L${-r * 1.1} ${r * 0.85}Z` });
  return draw('circle', { r });
}

// How far from the middle of a node a line in the direction (x, y) is past its shape and its label.
function clear({ r, wide }, x, y) {
  const shape = r * 1.2 + 3;
  const [top, bottom, side] = [r + 3, r + 19, wide / 2];
  if (y <= 0 || Math.abs(x / y) * top > side) return shape;
  return Math.max(shape, Math.min(bottom / y, side / Math.abs(x || 1e-9)));
}

function partiesView(section) {
  const [holder, panel] = [$('.graph', section), $('.panel', section)];
  const currencies = tally(
    facts.filter((fact) => fact.subject_id && fact.object_id && fact.size !== null),
    (fact) => fact.currency,
  );
  const whole = network(facts);
  const names = [...whole.nodes].sort(
    (a, b) => b.facts.length - a.facts.length || compared(a.name, b.name, 1),
  );
  let chosen = null;
  let drawn = null;
  const filters = new Filters(
    section,
    [
      {
        name: 'party',
        label: 'Around a party',
        list: names.slice(0, 500).map((node) => node.name),
        placeholder: 'name',
      },
      {
        name: 'by',
        label: 'Weigh by',
        always: true,
        options: [
          ...currencies.map(([currency, number]) => [currency, `money in ${currency} (${count(number)})`]),
          [BY_FACTS, 'number of facts'],
        ],
      },
      {
        name: 'type',
        label: 'Type',
        options: choices(
          facts.filter((fact) => fact.subject_id && fact.object_id),
          (fact) => fact.type,
        ),
      },
    ],
    (values) => {
      drawn = values;
      paint();
    },
  );
  $('.legend', section).append(
    ...Object.entries(KINDS).map(([kind, name]) =>
      make(
        'span',
        {},
        draw('svg', { viewBox: '-10 -10 20 20', class: `node ${kind}` }, shape(kind, 7)),
        name,
      ),
    ),
  );
  addEventListener(
    'resize',
    delayed(() => {
      if (holder.offsetParent && holder.clientWidth !== painted) paint();
    }, 200),
  );
  let painted = 0;

  function strongest({ party, by, type }) {
    let { links } = type ? network(facts.filter((fact) => fact.type === type)) : whole;
    if (party) {
      const query = party.toLowerCase();
      const exact = links.some((link) =>
        [link.from, link.to].some((node) => node.name.toLowerCase() === query),
      );
      const meant = (node) =>
        exact ? node.name.toLowerCase() === query : node.name.toLowerCase().includes(query);
      const near = new Set(
        links
          .filter((link) => meant(link.from) || meant(link.to))
          .flatMap((link) => [link.from.key, link.to.key]),
      );
      links = links.filter((link) => near.has(link.from.key) && near.has(link.to.key));
    }
    const weighed = links
      .map((link) => ({ ...link, weight: weight(link.facts, by) }))
      .filter((link) => link.weight > 0);
    weighed.sort(
      (a, b) =>
        b.weight - a.weight ||
        b.facts.length - a.facts.length ||
        compared(a.from.name + a.to.name, b.from.name + b.to.name, 1),
    );
    return { links: weighed.slice(0, MOST_LINKS), of: weighed.length };
  }

  function paint() {
    const { links, of } = strongest(drawn);
    const by = drawn.by || BY_FACTS;
    painted = holder.clientWidth;
    const unit = by === BY_FACTS ? 'number of facts' : by;
    $('.count', section).textContent = links.length
      ? `${links.length < of ? `The strongest ${count(links.length)} of ${plural(of, 'link')}` : plural(of, 'link')} by ${unit}`
      : 'No links between named parties';
    const weights = new Map();
    for (const { from, to, weight: w } of links)
      for (const node of [from, to]) weights.set(node, (weights.get(node) || 0) + w);
    const most = Math.max(...weights.values(), 1);
    const nodes = [...weights].map(([node, w]) => {
      const label = node.name.length > 24 ? `${node.name.slice(0, 23)}…` : node.name;
      const r = 5 + 11 * Math.sqrt(w / most);
      return {
        node,
        label,
        r,
        weight: w,
        wide: Math.max(2.4 * r, label.length * 6.6 + 6),
        high: 2.4 * r + 19,
      };
    });
    const at = new Map(nodes.map((place) => [place.node, place]));
    const edges = links.map((link) => ({ link, from: at.get(link.from), to: at.get(link.to) }));
    const high = arrange(nodes, edges, painted - 8);
    const heaviest = Math.max(...links.map((link) => link.weight), 1);
    const spots = nodes.map((place) => spot(place, by));
    holder.replaceChildren(
      draw(
        'svg',
        {
          width: painted,
          height: high,
          viewBox: `-4 0 ${painted} ${high}`,
          role: 'group',
          'aria-label': `Graph of ${plural(nodes.length, 'party', 'parties')} and ${plural(links.length, 'link')}`,
        },
        draw(
          'g',
          { class: 'links' },
          edges.map((edge) => line(edge, heaviest, by)),
        ),
        draw('g', { class: 'nodes' }, spots),
      ),
    );
    rove(spots, (key, number) => nearest(nodes, number, key));
    if (chosen && ![...weights.keys()].some((node) => node.key === chosen.key)) chosen = null;
    tell(links, by);
    mark();
  }

  function line({ link, from, to }, heaviest, by) {
    const [x, y] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(x, y) || 1;
    const centre = (place) => place.y - 8;
    const broad = 1 + 5 * Math.sqrt(link.weight / heaviest);
    const head = 7 + 1.4 * broad;
    const on = (place, away) => [place.x + (x / length) * away, centre(place) + (y / length) * away];
    const free = clear(to, -x / length, -y / length);
    const [[x1, y1], [x2, y2], tip] = [
      on(from, clear(from, x / length, y / length)),
      on(to, -free - head * 0.8),
      on(to, -free),
    ];
    const wing = (side) => [
      tip[0] - ((x + (side * y) / 2.2) / length) * head,
      tip[1] - ((y - (side * x) / 2.2) / length) * head,
    ];
    const ends = { x1, y1, x2, y2 };
    const words_ = `${link.from.name} → ${link.to.name}: ${plural(link.facts.length, 'fact')}${by === BY_FACTS ? '' : `, ${by} ${brief(link.weight)}`}`;
    return draw(
      'g',
      { class: 'link', 'data-from': link.from.key, 'data-to': link.to.key, onclick: () => pair(link) },
      draw('title', {}, words_),
      draw('line', { ...ends, class: 'reach' }),
      draw('line', { ...ends, class: 'seen', 'stroke-width': broad }),
      draw('path', { d: `M${tip}L${wing(1)}L${wing(-1)}Z` }),
    );
  }

  function spot(place, by) {
    const { node, r, label } = place;
    const told = `${node.name}, ${KINDS[node.kind]}, ${plural(node.facts.length, 'fact')}${by === BY_FACTS ? '' : `, ${by} ${brief(place.weight)}`}`;
    const group = draw(
      'g',
      {
        class: `node ${node.kind}`,
        role: 'button',
        'data-key': node.key,
        'aria-label': told,
        transform: `translate(${place.x.toFixed(1)} ${(place.y - 8).toFixed(1)})`,
        onclick: () => choose(node),
      },
      draw('title', {}, told),
      draw('circle', { r: r + 6, class: 'halo' }),
      shape(node.kind, r),
      draw('text', { y: r + 14, 'text-anchor': 'middle', 'aria-hidden': 'true' }, label),
    );
    group.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(node);
      }
    });
    return group;
  }

  function choose(node) {
    chosen = chosen?.key === node.key ? null : node;
    tell(strongest(drawn).links, drawn.by || BY_FACTS);
    mark();
  }

  function mark() {
    const near = new Set(chosen ? [chosen.key] : []);
    for (const link of $$('.link', holder)) {
      const touched = chosen && [link.dataset.from, link.dataset.to].includes(chosen.key);
      link.classList.toggle('near', Boolean(touched));
      if (touched) near.add(link.dataset.from).add(link.dataset.to);
    }
    for (const node of $$('.node', holder)) {
      node.setAttribute('aria-pressed', String(node.dataset.key === chosen?.key));
      node.classList.toggle('near', near.has(node.dataset.key));
    }
    $('svg', holder)?.classList.toggle('chosen', Boolean(chosen));
  }

  function tell(links, by) {
    if (chosen) {
      const one = whole.nodes.find((node) => node.key === chosen.key);
      const sums = tally(one.facts, (fact) => fact.currency)
        .map(([currency]) => [currency, worth(one.facts, currency)])
        .filter(([, sum]) => sum);
      panel.replaceChildren();
      fill(panel, {}, [
        make('h2', {}, one.name),
        make(
          'p',
          { class: 'told' },
          [
            KINDS[one.kind],
            plural(one.facts.length, 'fact'),
            plural(new Set(one.facts.map((fact) => fact.article)).size, 'article'),
          ].join(' · '),
        ),
        sums.length
          ? make(
              'p',
              { class: 'told' },
              sums.map(([currency, sum]) => `${currency} ${brief(sum)}`).join(' · '),
            )
          : null,
        make(
          'p',
          {},
          make('a', { href: `#/parties?${new URLSearchParams({ party: one.name, by })}` }, 'Draw around it'),
          ' · ',
          make('a', { href: `#/facts?${new URLSearchParams({ party: one.name })}` }, 'In the fact table'),
        ),
        claims(one.facts),
      ]);
      return;
    }
    panel.replaceChildren(
      make('h2', {}, 'Strongest links'),
      make('p', { class: 'told' }, 'Choose a party or a line to see its facts.'),
      make(
        'ol',
        { class: 'links' },
        links
          .slice(0, 25)
          .map((link) =>
            make(
              'li',
              {},
              make(
                'button',
                { type: 'button', onclick: () => pair(link) },
                make('span', { class: 'claim' }, `${link.from.name} → ${link.to.name}`),
                make(
                  'span',
                  { class: 'facets number' },
                  by === BY_FACTS ? plural(link.facts.length, 'fact') : `${by} ${brief(link.weight)}`,
                ),
              ),
            ),
          ),
      ),
    );
  }

  function pair(link) {
    chosen = null;
    mark();
    for (const other of $$('.link', holder))
      other.classList.toggle(
        'near',
        other.dataset.from === link.from.key && other.dataset.to === link.to.key,
      );
    panel.replaceChildren(
      make('h2', {}, `${link.from.name} → ${link.to.name}`),
      make('p', { class: 'told' }, plural(link.facts.length, 'fact')),
      make(
        'p',
        {},
        make(
          'button',
          {
            type: 'button',
            onclick: () => {
              tell(strongest(drawn).links, drawn.by || BY_FACTS);
              mark();
            },
          },
          'All links',
        ),
      ),
      claims(link.facts),
    );
  }

  function claims(rows) {
    const list = make('div', { class: 'claims' });
    unroll(
      list,
      rows,
      (fact) =>
        make(
          'a',
          { class: 'claimed', href: articleLink(fact.of, fact.fact_id) },
          make('span', { class: 'over' }, words(fact.type), badge(fact)),
          make('span', { class: 'claim' }, sides(fact)),
          make(
            'span',
            { class: 'facets' },
            [factMoney(fact), when(fact.date || fact.period), details(fact)].filter(Boolean).join(' · '),
          ),
          make('span', { class: 'from' }, headline(fact.of)),
        ),
      30,
    );
    return list;
  }

  return (values) => {
    filters.set(values);
    filters.apply();
  };
}

// The party that lies nearest in the direction of an arrow key.
function nearest(nodes, number, key) {
  const [x, y] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] || [
    0, 0,
  ];
  if (!x && !y) return { Home: 0, End: nodes.length - 1 }[key];
  const here = nodes[number];
  let [best, least] = [undefined, Infinity];
  nodes.forEach((node, other) => {
    const [right, down] = [node.x - here.x, node.y - here.y];
    const along = right * x + down * y;
    const across = Math.abs(right * y) + Math.abs(down * x);
    if (other !== number && along > 1 && along + 2 * across < least)
      [best, least] = [other, along + 2 * across];
  });
  return best;
}

// One article: its text with every mention marked, its facts and clauses beside it.

const KIND_NAMES = { party: 'Party', money: 'Money', date: 'Date', clause: 'Clause' };

// All mentions of an article: {kind, start, end, title, lines}. `lines` are what is known of it.
function mentionsOf(article, record) {
  const known = (pairs) =>
    pairs.filter(([, value]) => value !== undefined && value !== null && value !== '' && value.length !== 0);
  const found = [];
  for (const one of record.parties || []) {
    for (const [start, end, form, reason] of one.mentions || []) {
      found.push({
        kind: 'party',
        start,
        end,
        title: one.name,
        lines: known([
          ['kind', KINDS[one.kind]],
          ['also', (one.aliases || []).join(', ')],
          ['ticker', one.ticker],
          ['form', form],
          ['why', reason],
        ]),
      });
    }
  }
  for (const one of objects({ columns: index.money, rows: record.money || [] })) {
    found.push({
      kind: 'money',
      id: one.id,
      start: one.start,
      end: one.end,
      title: money(one),
      lines: known([
        ['qualifier', one.qualifier === 'exact' ? '' : words(one.qualifier)],
        ['because of', one.cue],
        ['assumed', (one.assumed || []).map(words).join(', ')],
        ['the same as', one.equivalent_of],
        ['rule', one.rule],
      ]),
    });
  }
  for (const one of objects({ columns: index.dates, rows: record.dates || [] })) {
    const days = [...new Set([one.from, one.to])].filter(Boolean).join(' to ');
    found.push({
      kind: 'date',
      start: one.start,
      end: one.end,
      title: one.value || 'no date',
      lines: known([
        ['TIMEX3', one.type],
        ['days', days],
        ['modifier', one.mod],
        ['meaning', one.meaning],
        ['anchor', one.anchor],
        ['rule', one.rule],
      ]),
    });
  }
  const terms = new Map(article.terms.map((clause) => [clause.clause_id, clause]));
  for (const one of record.clauses || []) {
    const term = terms.get(one.id);
    found.push({
      kind: 'clause',
      id: one.id,
      start: one.start,
      end: one.end,
      title: words(term.type),
      lines: known([
        ['status', words(term.status)],
        ['parties', term.parties.join(', ')],
        ['rule', term.rule],
      ]),
    });
  }
  return found;
}

// A text whose offsets are code points, as those of the records are.
class Points {
  constructor(text) {
    this.points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
    this.text = text;
    this.length = this.points ? this.points.length : text.length;
  }

  cut(start, end) {
    return this.points ? this.points.slice(start, end).join('') : this.text.slice(start, end);
  }
}

// The stretches of a text between all places where something starts or ends, each with the mentions over it.
function stretches(length, mentions, marks) {
  const ends = new Set([0, length]);
  for (const { start, end } of [...mentions, ...marks]) ends.add(start).add(end);
  const cuts = [...ends].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
  const waiting = mentions
    .map((mention, number) => ({ ...mention, number }))
    .sort((a, b) => a.start - b.start);
  const made = [];
  let open = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    while (waiting.length && waiting[0].start <= cuts[i]) open.push(waiting.shift());
    open = open.filter((mention) => mention.end > cuts[i]);
    made.push({
      start: cuts[i],
      end: cuts[i + 1],
      over: [...open].sort((a, b) => a.end - a.start - (b.end - b.start)),
    });
  }
  return made;
}

class Reader {
  constructor(section, article) {
    this.article = article;
    this.record = content(article);
    this.text = new Points(this.record.text);
    this.mentions = mentionsOf(article, this.record);
    this.pinned = null;
    this.titled = this.record.text.split('\n', 1)[0] === article.title;
    this.proofs = this.proof();
    this.note = make('div', { class: 'inspector', role: 'status', hidden: true });
    this.body = make('div', { class: 'text', lang: article.language || 'en' }, this.paragraphs());
    section.replaceChildren(
      this.top(),
      make(
        'div',
        { class: 'reading' },
        make('div', { class: 'page' }, this.legend(), this.body),
        this.side(),
      ),
    );
    this.listen();
  }

  // Where the evidence and cues of each fact and clause stand, by its id.
  proof() {
    const proofs = new Map();
    for (const one of this.record.facts || [])
      proofs.set(one.id, { lit: [one.evidence], part: one.mentions || [], cue: one.cues || [] });
    for (const one of this.record.clauses || [])
      proofs.set(one.id, { lit: [[one.start, one.end]], part: [], cue: one.cues || [] });
    return proofs;
  }

  top() {
    const { article } = this;
    const told = [
      published(article),
      article.publisher,
      article.path && article.path + (article.line ? `, line ${article.line}` : ''),
      article.language && `language ${article.language}`,
    ].filter(Boolean);
    const near = (step, name) => {
      const other = articles[article.number + step];
      return (
        other &&
        make('a', { href: articleLink(other), rel: step < 0 ? 'prev' : 'next', title: headline(other) }, name)
      );
    };
    return make(
      'header',
      { class: 'about' },
      make(
        'p',
        { class: 'trail' },
        make('a', { href: '#/articles' }, 'Articles'),
        make('span', { class: 'near' }, near(-1, '← Previous'), near(1, 'Next →')),
      ),
      make(
        'h1',
        { id: 'article-title', tabindex: -1, class: this.titled ? 'unseen' : null },
        headline(article),
      ),
      make('p', { class: 'told' }, told.join(' · ')),
      article.warnings.map((warning) => make('p', { class: 'warning' }, warning)),
    );
  }

  legend() {
    const counts = new Map(tally(this.mentions, (mention) => mention.kind));
    return make(
      'fieldset',
      { class: 'kinds' },
      make('legend', { class: 'unseen' }, 'Mark in the text'),
      Object.entries(KIND_NAMES).map(([kind, name]) =>
        make(
          'label',
          { class: kind },
          make('input', {
            type: 'checkbox',
            checked: true,
            onchange: (event) => this.body.classList.toggle(`hide-${kind}`, !event.target.checked),
          }),
          make('mark', { class: kind }, name),
          make('span', { class: 'number' }, count(counts.get(kind) || 0)),
        ),
      ),
    );
  }

  paragraphs() {
    const marks = [...this.proofs.values()]
      .flatMap(({ lit, part, cue }) => [...lit, ...part, ...cue])
      .map(([start, end]) => ({ start, end }));
    const lines = [];
    let at = 0;
    for (const line of this.record.text.split('\n')) {
      const { length } = new Points(line);
      marks.push({ start: at, end: at + length });
      lines.push([at, at + length]);
      at += length + 1;
    }
    this.pieces = stretches(this.text.length, this.mentions, marks);
    let next = 0;
    let blank = false;
    return lines.map(([start, end], number) => {
      const inside = [];
      for (; next < this.pieces.length && this.pieces[next].start < end; next += 1)
        inside.push(this.piece(this.pieces[next]));
      while (next < this.pieces.length && this.pieces[next].end <= end + 1) next += 1;
      const empty = start === end;
      const kind = [!number && this.titled && 'headline', blank && 'apart'].filter(Boolean).join(' ');
      blank = empty;
      return empty ? null : make('p', { class: kind || null }, inside);
    });
  }

  piece(piece) {
    const [inner] = piece.over;
    const kinds = [...new Set(piece.over.map((mention) => mention.kind))];
    piece.element = make(
      inner ? 'mark' : 'span',
      { class: kinds.join(' ') || null },
      this.text.cut(piece.start, piece.end),
    );
    if (inner) piece.element.dataset.mention = inner.number;
    return piece.element;
  }

  side() {
    const { article } = this;
    const list = (name, items) => [
      make('h2', {}, `${name} `, make('span', { class: 'number' }, count(items.length))),
      items.length
        ? make(
            'ol',
            {},
            items.map((item) => make('li', {}, item)),
          )
        : make('p', { class: 'none' }, 'None found.'),
    ];
    return make(
      'aside',
      { class: 'side', 'aria-label': 'Facts and clauses of this article' },
      this.note,
      list(
        'Facts',
        article.facts.map((fact) => this.factCard(fact)),
      ),
      list(
        'Clauses',
        article.terms.map((clause) => this.clauseCard(clause)),
      ),
      this.parties(),
    );
  }

  card(id, rule, ...inside) {
    const cues = (this.proofs.get(id)?.cue || [])
      .map(([start, end]) => `“${this.text.cut(start, end)}”`)
      .join(', ');
    return make(
      'button',
      { type: 'button', class: 'fact', 'data-id': id, 'aria-pressed': 'false' },
      ...inside,
      make(
        'span',
        { class: 'rule' },
        make('span', { class: 'unseen' }, 'Rule '),
        make('code', {}, rule),
        cues && ` on ${cues}`,
      ),
    );
  }

  factCard(fact) {
    const facets = [factMoney(fact), when(fact.date || fact.period), details(fact)].filter(Boolean);
    return this.card(
      fact.fact_id,
      fact.rule,
      make('span', { class: 'over' }, words(fact.type), fact.negated && ' · negated', badge(fact)),
      make('span', { class: 'claim' }, sides(fact)),
      facets.length
        ? make(
            'span',
            { class: 'facets' },
            facets.map((facet, number) => [number ? ' · ' : '', make('span', {}, facet)]),
          )
        : null,
    );
  }

  clauseCard(clause) {
    const turn =
      (clause.trigger || clause.effect) &&
      make('span', { class: 'facets' }, `${clause.trigger || '…'} → ${clause.effect || '…'}`);
    return this.card(
      clause.clause_id,
      clause.rule,
      make(
        'span',
        { class: 'over' },
        words(clause.type),
        make('span', { class: 'status' }, words(clause.status)),
      ),
      clause.parties.length ? make('span', { class: 'claim' }, clause.parties.join(', ')) : null,
      turn,
    );
  }

  parties() {
    const rows = (this.record.parties || []).map((one) =>
      make(
        'li',
        {},
        make('span', { class: 'name' }, one.name),
        make(
          'span',
          { class: 'sub' },
          [KINDS[one.kind], (one.aliases || []).join(', '), plural((one.mentions || []).length, 'mention')]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
    );
    return make(
      'details',
      { class: 'cast' },
      make('summary', {}, 'Parties ', make('span', { class: 'number' }, count(rows.length))),
      make('ul', {}, rows),
    );
  }

  listen() {
    this.cards = $$('.fact', this.body.closest('.view'));
    for (const card of this.cards) {
      const { id } = card.dataset;
      card.addEventListener('mouseenter', () => this.light(id));
      card.addEventListener('mouseleave', () => this.light(this.pinned));
      card.addEventListener('focus', () => this.light(id, card.matches(':focus-visible')));
      card.addEventListener('blur', () => this.light(this.pinned));
      card.addEventListener('click', () => this.pin(this.pinned === id ? null : id));
    }
    const marks = $$('mark[data-mention]', this.body);
    rove(marks, inLine(marks.length));
    for (const mark of marks) {
      mark.addEventListener('focus', () => this.inspect(this.mentions[mark.dataset.mention]));
      mark.addEventListener('click', () => {
        this.pin(null);
        mark.focus();
      });
    }
    this.body.closest('.view').onkeydown = (event) => {
      if (event.key === 'Escape') {
        this.pin(null);
        this.inspect(null);
      }
    };
  }

  // Light a fact's evidence, its parts and its cues in the text; null puts all out.
  light(id, scroll = false) {
    const proof = this.proofs.get(id);
    this.body.classList.toggle('lighting', Boolean(proof));
    for (const { element, start, end } of this.pieces) {
      if (!element) continue;
      for (const name of ['lit', 'part', 'cue'])
        element.classList.toggle(
          name,
          Boolean(proof?.[name].some(([from, to]) => start >= from && end <= to)),
        );
    }
    for (const card of this.cards) card.classList.toggle('lighted', card.dataset.id === id);
    if (scroll) $('.lit', this.body)?.scrollIntoView({ block: 'nearest', behavior: calm() });
  }

  pin(id, far = false) {
    this.pinned = id;
    for (const card of this.cards) card.setAttribute('aria-pressed', String(card.dataset.id === id));
    this.light(id, true);
    if (!id || !far) return;
    const card = this.cards.find((one) => one.dataset.id === id);
    card?.closest('.side').scrollTo({ top: card.offsetTop - 80 });
    $('.lit', this.body)?.scrollIntoView({ block: 'center' });
  }

  // Say what is known of a mention, and mark the facts that it is part of.
  inspect(mention) {
    this.note.hidden = !mention;
    for (const card of this.cards) {
      const proof = this.proofs.get(card.dataset.id);
      card.classList.toggle(
        'uses',
        Boolean(
          mention &&
          [...proof.lit, ...proof.part].some(([from, to]) => mention.start >= from && mention.end <= to),
        ),
      );
    }
    if (!mention) return;
    this.note.replaceChildren(
      make(
        'p',
        { class: 'over' },
        make('mark', { class: mention.kind }, KIND_NAMES[mention.kind]),
        make('q', {}, this.text.cut(mention.start, mention.end)),
        make(
          'button',
          { type: 'button', class: 'close', 'aria-label': 'Close', onclick: () => this.inspect(null) },
          '×',
        ),
      ),
      make('p', { class: 'claim' }, mention.title),
      make(
        'dl',
        {},
        mention.lines.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))),
      ),
    );
  }
}

function articleView(section) {
  return ({ show }, number) => {
    const article = articles[number];
    if (!article) {
      section.replaceChildren(
        make('h1', { tabindex: -1 }, 'No such article'),
        make('p', {}, make('a', { href: '#/articles' }, 'All articles')),
      );
      return;
    }
    const reader = new Reader(section, article);
    if (show && reader.proofs.has(show)) requestAnimationFrame(() => reader.pin(show, true));
  };
}

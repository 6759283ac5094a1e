// Clauses as cards: what is agreed, what sets it off and what follows.

const clauseWords = (clause) => [
  clause.text,
  ...clause.parties,
  words(clause.type),
  clause.rule,
  clause.of.title,
  clause.of.publisher,
];

function clauseFits(clause, chosen) {
  if (chosen.type && clause.type !== chosen.type) return false;
  if (chosen.status && clause.status !== chosen.status) return false;
  if (chosen.party && !clause.parties.some((name) => name.toLowerCase().includes(chosen.party.toLowerCase())))
    return false;
  if (chosen.turn === 'both' && !(clause.trigger && clause.effect)) return false;
  return !chosen.q || has(clause, clauseWords, chosen.q);
}

function clauseCard(clause) {
  const half = (name, text) =>
    make(
      'div',
      { class: name.toLowerCase() },
      make('dt', {}, name),
      make('dd', {}, text || make('span', { class: 'none' }, 'not said')),
    );
  const turn =
    (clause.trigger || clause.effect) &&
    make('dl', { class: 'turnout' }, half('Trigger', clause.trigger), half('Effect', clause.effect));
  return make(
    'article',
    { class: 'card' },
    make(
      'p',
      { class: 'over' },
      make('span', {}, words(clause.type)),
      make('span', { class: 'status' }, words(clause.status)),
    ),
    clause.parties.length
      ? make('h2', {}, clause.parties.join(', '))
      : make('h2', { class: 'none' }, 'Parties not named'),
    turn || null,
    make('blockquote', {}, clause.text),
    make(
      'p',
      { class: 'from' },
      make('a', { href: articleLink(clause.of, clause.clause_id) }, headline(clause.of)),
      ' ',
      make('code', {}, clause.rule),
    ),
  );
}

function clausesView(section) {
  const filters = new Filters(
    section,
    [
      { name: 'q', label: 'Search', search: true, placeholder: 'words of the clause' },
      { name: 'type', label: 'Type', options: choices(clauses, (clause) => clause.type) },
      { name: 'status', label: 'Status', options: choices(clauses, (clause) => clause.status) },
      {
        name: 'party',
        label: 'Party',
        list: tally(
          clauses.flatMap((clause) => clause.parties),
          (name) => name,
        )
          .slice(0, 300)
          .map(([name]) => name),
        placeholder: 'name',
      },
      { name: 'turn', label: 'Trigger and effect', options: [['both', 'both are said']] },
    ],
    (chosen) => {
      const shown = clauses.filter((clause) => clauseFits(clause, chosen));
      $('.count', section).textContent =
        shown.length === clauses.length
          ? plural(clauses.length, 'clause')
          : `${count(shown.length)} of ${plural(clauses.length, 'clause')}`;
      unroll($('.cards', section), shown, clauseCard, 40);
    },
  );
  return (values) => {
    filters.set(values);
    filters.apply();
  };
}

// The fact table.

const NEGATED = 'negated';

function factFits(fact, chosen) {
  if (chosen.type && fact.type !== chosen.type) return false;
  if (chosen.status && (chosen.status === NEGATED ? !fact.negated : fact.status !== chosen.status))
    return false;
  if (chosen.currency && fact.currency !== chosen.currency) return false;
  if (chosen.from && !(fact.to >= chosen.from)) return false;
  if (chosen.to && !(fact.from && fact.from <= chosen.to)) return false;
  if (chosen.least !== undefined && !(fact.size !== null && fact.size >= chosen.least)) return false;
  if (chosen.most !== undefined && !(fact.size !== null && fact.size <= chosen.most)) return false;
  if (chosen.party && !concerns(fact, chosen.party)) return false;
  return !chosen.q || has(fact, factWords, chosen.q);
}

function statusChoices() {
  const denied = facts.filter((fact) => fact.negated).length;
  return [
    ...choices(facts, (fact) => fact.status),
    ...(denied ? [[NEGATED, `negated (${count(denied)})`]] : []),
  ];
}

function factsView(section) {
  const table = new Rows(
    $('table', section),
    [
      {
        name: 'Date',
        class: 'date',
        sort: (fact) => fact.from,
        cell: (fact) => when(fact.date || fact.period) || make('span', { class: 'none' }, 'undated'),
      },
      { name: 'Type', class: 'type', sort: (fact) => fact.type, cell: (fact) => words(fact.type) },
      {
        name: 'Who',
        class: 'who',
        sort: (fact) => fact.subject,
        cell: (fact) => party(fact.subject, fact.subject_kind),
      },
      { name: 'Whom, what', class: 'whom', sort: (fact) => fact.object, cell: whomCell },
      {
        name: 'Amount',
        class: 'amount number',
        descending: true,
        sort: (fact) => fact.size,
        cell: amountCell,
      },
      {
        name: 'Status',
        class: 'state',
        sort: (fact) => fact.status,
        cell: (fact) => [badge(fact), fact.negated && make('span', { class: 'sub' }, 'negated')],
      },
      { name: 'Article', class: 'source', sort: (fact) => fact.of.number, cell: sourceCell },
    ],
    (fact) => {
      location.hash = articleLink(fact.of, fact.fact_id);
    },
  );
  let shown = facts;
  const filters = new Filters(
    section,
    [
      { name: 'q', label: 'Search', search: true, placeholder: 'words of the fact or its sentence' },
      { name: 'party', label: 'Party', list: partyNames(facts), placeholder: 'name' },
      { name: 'type', label: 'Type', options: choices(facts, (fact) => fact.type) },
      { name: 'status', label: 'Status', options: statusChoices() },
      { name: 'from', label: 'From', read: firstDay, placeholder: '2019 or 2019-04' },
      { name: 'to', label: 'To', read: lastDay, placeholder: '2024-12-31' },
      { name: 'currency', label: 'Currency', options: choices(facts, (fact) => fact.currency) },
      { name: 'least', label: 'At least', read: readAmount, placeholder: '5m' },
      { name: 'most', label: 'At most', read: readAmount, placeholder: '1.2bn' },
    ],
    (chosen) => {
      shown = facts.filter((fact) => factFits(fact, chosen));
      $('.count', section).textContent =
        shown.length === facts.length
          ? plural(facts.length, 'fact')
          : `${count(shown.length)} of ${plural(facts.length, 'fact')}`;
      table.show(shown);
    },
  );
  $('.csv', section).addEventListener('click', () => save(`${index.name}-facts.csv`, csv(table.rows)));
  return (values) => {
    filters.set(values);
    filters.apply();
  };
}

function party(name, kind) {
  if (!name) return make('span', { class: 'none' }, 'not named');
  return [
    make('span', { class: kind ? 'name' : 'name loose', title: name }, name),
    kind && make('span', { class: 'sub' }, KINDS[kind]),
  ];
}

function whomCell(fact) {
  const more = details(fact);
  return [
    fact.object &&
      make('span', { class: fact.object_id ? 'name' : 'name loose', title: fact.object }, fact.object),
    more && make('span', { class: 'sub', title: more }, more),
  ];
}

function amountCell(fact) {
  const written = figures({ amount: fact.amount, min: fact.amount_min, max: fact.amount_max });
  if (!written && !fact.currency) return '';
  return [
    make('span', { class: 'name', title: factMoney(fact) }, written || '?'),
    make('span', { class: 'sub' }, `${fact.currency || '?'}${fact.per ? ` per ${fact.per}` : ''}`),
  ];
}

function sourceCell(fact) {
  const told = [published(fact.of), fact.of.publisher].filter(Boolean).join(' · ');
  return [
    make(
      'a',
      { class: 'name', tabindex: -1, href: articleLink(fact.of, fact.fact_id), title: headline(fact.of) },
      headline(fact.of),
    ),
    told && make('span', { class: 'sub' }, told),
  ];
}

// The columns of facts.jsonl. Words that a spreadsheet would take for a formula get an apostrophe before them.
function csv(rows) {
  const quoted = (value) => {
    if (value === null || value === undefined) return '';
    const safe =
      typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?[\d.]+$/.test(value)
        ? `'${value}`
        : String(value);
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const line = (fact) => index.csv.map((name) => quoted(name in fact ? fact[name] : fact.of[name])).join(',');
  return [index.csv.join(','), ...rows.map(line)].join('\r\n') + '\r\n';
}

function save(name, text) {
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = make('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// The data: facts, clauses and articles as objects; texts are parsed when first asked for.

const parsed = (id) => JSON.parse(document.getElementById(id).textContent);

// Rows are arrays; their columns are named once.
function objects({ columns, rows }) {
  return rows.map((row) => {
    const made = {};
    columns.forEach((name, number) => {
      made[name] = row[number];
    });
    return made;
  });
}

const index = parsed('index');
const articles = objects(index.articles);
const facts = objects(index.facts);
const clauses = objects(index.clauses);

articles.forEach((article, number) => Object.assign(article, { number, facts: [], terms: [] }));
facts.forEach((fact, number) => {
  const article = articles[fact.article];
  Object.assign(fact, { number, of: article });
  article.facts.push(fact);
  const figure = fact.amount ?? fact.amount_min ?? fact.amount_max;
  fact.size = figure === null ? null : Number(figure);
});
for (const clause of clauses) {
  clause.of = articles[clause.article];
  clause.of.terms.push(clause);
}

const chunks = new Map();

// Text and mentions of an article.
function content(article) {
  if (!chunks.has(article.chunk)) chunks.set(article.chunk, parsed(`chunk-${article.chunk}`));
  return chunks.get(article.chunk)[article.slot];
}

const articleLink = (article, mark) => `#/article/${article.number}${mark ? `?show=${mark}` : ''}`;

// How often each value of a column occurs, the commonest first.
function tally(rows, read) {
  const counts = new Map();
  for (const row of rows) {
    const value = read(row);
    if (value) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

// The words of a row, in lower case, made when first searched.
function haystack(row, read) {
  row.words ??= read(row).filter(Boolean).join('\n').toLowerCase();
  return row.words;
}

const factWords = (fact) => [
  fact.subject,
  fact.object,
  fact.evidence,
  fact.job_title,
  fact.seller,
  fact.source,
  fact.matter,
  fact.instrument,
  fact.court,
  fact.rule,
  words(fact.type),
  fact.of.title,
  fact.of.publisher,
];

function has(row, read, query) {
  const text = haystack(row, read);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

// All articles.

function articlesView(section) {
  const table = new Rows(
    $('table', section),
    [
      {
        name: 'Published',
        class: 'date',
        sort: (article) => article.published,
        cell: (article) => published(article) || make('span', { class: 'none' }, 'unknown'),
      },
      {
        name: 'Article',
        class: 'headline',
        sort: headline,
        cell: (article) => [
          make(
            'a',
            { class: 'name', tabindex: -1, href: articleLink(article), title: headline(article) },
            headline(article),
          ),
          make('span', { class: 'sub' }, article.path),
        ],
      },
      ...(articles.some((article) => article.publisher)
        ? [
            {
              name: 'Publisher',
              class: 'publisher',
              sort: (article) => article.publisher,
              cell: (article) => article.publisher || '',
            },
          ]
        : []),
      {
        name: 'Facts',
        class: 'number few facts',
        descending: true,
        sort: (article) => article.facts.length,
        cell: (article) => count(article.facts.length),
      },
      {
        name: 'Clauses',
        class: 'number few clauses',
        descending: true,
        sort: (article) => article.clauses,
        cell: (article) => count(article.clauses),
      },
    ],
    (article) => {
      location.hash = articleLink(article);
    },
  );
  const filters = new Filters(
    section,
    [{ name: 'q', label: 'Search', search: true, placeholder: 'title, publisher, file, party' }],
    ({ q }) => {
      const read = (article) => [
        article.title,
        article.publisher,
        article.path,
        article.url,
        ...article.facts.flatMap((fact) => [fact.subject, fact.object]),
      ];
      const shown = q ? articles.filter((article) => has(article, read, q)) : articles;
      $('.count', section).textContent =
        shown.length === articles.length
          ? plural(articles.length, 'article')
          : `${count(shown.length)} of ${plural(articles.length, 'article')}`;
      table.show(shown);
    },
  );
  return (values) => {
    filters.set(values);
    filters.apply();
  };
}

// The fields above a view. What is chosen stands in the address, so that a view can be linked to.

const MULTIPLES = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};

// '1.5bn' as 1500000000; undefined for what is no amount.
function readAmount(text) {
  const [, figure, unit] = /^([\d.,]+)\s*([a-z]*)$/.exec(text.trim().toLowerCase()) || [];
  const number = Number((figure || 'x').replaceAll(',', ''));
  return Number.isFinite(number) && (!unit || MULTIPLES[unit]) ? number * (MULTIPLES[unit] || 1) : undefined;
}

// '2024' or '2024-03' as its first (or last) day; undefined for what is no date.
const firstDay = (text) => readDay(text, '01-01', () => '01');
const lastDay = (text) =>
  readDay(text, '12-31', (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate());

function readDay(text, monthDay, day) {
  const [, year, month, given] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(text.trim()) || [];
  if (!year) return undefined;
  if (!month) return `${year}-${monthDay}`;
  return `${year}-${month}-${given || String(day(year, month)).padStart(2, '0')}`;
}

class Filters {
  // `fields`: {name, label, options | list | read, placeholder}; `changed(values)` is told what is chosen.
  constructor(section, fields, changed) {
    Object.assign(this, { form: $('form', section), clearing: $('.clear', section), fields, changed });
    this.form.append(...fields.map((field) => this.build(field)));
    const soon = delayed(() => this.apply(), 150);
    this.form.addEventListener('input', soon);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.apply();
    });
    this.clearing.addEventListener('click', () => {
      this.set({});
      this.apply();
      this.form.elements[0].focus();
    });
  }

  build(field) {
    const id = `${this.form.parentElement.id}-${field.name}`;
    field.input = field.options
      ? make(
          'select',
          { id },
          !field.always && make('option', { value: '' }, 'All'),
          field.options.map(([value, label]) => make('option', { value }, label)),
        )
      : make('input', {
          id,
          type: field.search ? 'search' : 'text',
          placeholder: field.placeholder,
          list: field.list && `${id}-list`,
          autocomplete: 'off',
          spellcheck: 'false',
        });
    const list =
      field.list &&
      make(
        'datalist',
        { id: `${id}-list` },
        field.list.map((value) => make('option', { value })),
      );
    return make(
      'p',
      { class: `field field-${field.name}` },
      make('label', { for: id }, field.label),
      field.input,
      list,
    );
  }

  set(values) {
    for (const { name, input, always, options } of this.fields)
      input.value = values[name] || (always ? options[0][0] : '');
  }

  // What is chosen, read; a field that cannot be read is marked, and does not filter.
  get values() {
    const values = {};
    for (const { name, input, read } of this.fields) {
      const text = input.value.trim();
      const value = text && read ? read(text) : text;
      if (text && value === undefined) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      if (value !== '' && value !== undefined) values[name] = value;
    }
    return values;
  }

  get address() {
    const chosen = this.fields.filter(
      (field) => field.input.value.trim() && !(field.always && field.input.value === field.options[0][0]),
    );
    return new URLSearchParams(chosen.map((field) => [field.name, field.input.value.trim()])).toString();
  }

  apply() {
    const { address } = this;
    this.clearing.hidden = !address;
    history.replaceState(null, '', `#/${this.form.parentElement.id}${address ? `?${address}` : ''}`);
    this.changed(this.values);
  }
}

const choices = (rows, read) =>
  tally(rows, read).map(([value, number]) => [value, `${words(value)} (${count(number)})`]);
const partyNames = (rows) =>
  tally(
    rows.flatMap((fact) => [fact.subject_id && fact.subject, fact.object_id && fact.object]),
    (name) => name,
  )
    .slice(0, 300)
    .map(([name]) => name);
const concerns = (fact, party) =>
  [fact.subject, fact.object, fact.seller, fact.source, fact.court].some((name) =>
    name?.toLowerCase().includes(party.toLowerCase()),
  );

// Values as people read them.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SEASONS = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const DAY_PARTS = { MO: 'morning', MI: 'midday', AF: 'afternoon', EV: 'evening', NI: 'night', DT: 'daytime' };
const KINDS = {
  person: 'person',
  company: 'company',
  public_body: 'public body',
  organization: 'organization',
};

const words = (name) => (name || '').replaceAll('_', ' ');
const count = (number) => number.toLocaleString('en-US');
const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

// '1234567.5' as '1,234,567.5': exact, since amounts never pass through a float on their way to the eye.
function grouped(figure) {
  const [whole, decimals] = String(figure).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals ? `${digits}.${decimals}` : digits;
}

// 13400000000 as '13.4bn'.
function brief(number) {
  for (const [unit, size] of [
    ['tn', 1e12],
    ['bn', 1e9],
    ['m', 1e6],
    ['k', 1e3],
  ]) {
    if (Math.abs(number) >= size) return `${Number((number / size).toPrecision(3))}${unit}`;
  }
  return String(Number(number.toPrecision(3)));
}

function figures({ amount, min, max }) {
  if (amount) return grouped(amount);
  if (min && max) return `${grouped(min)}–${grouped(max)}`;
  if (min) return `${grouped(min)} or more`;
  return max ? `up to ${grouped(max)}` : '';
}

function money(sum) {
  const written = figures(sum);
  if (!written) return sum.currency || '';
  return `${sum.currency || '?'} ${written}${sum.per ? ` per ${sum.per}` : ''}`;
}

const factMoney = (fact) =>
  money({
    currency: fact.currency,
    amount: fact.amount,
    min: fact.amount_min,
    max: fact.amount_max,
    per: fact.per,
  });

// A TIMEX3 value: '2024-Q3' as 'Q3 2024', '2024-03-12TAF' as '12 Mar 2024, afternoon'.
function when(value) {
  if (!value) return '';
  const [, year, rest = '', time] = /^(\d{4})(?:-([^T]+))?(?:T(.+))?$/.exec(value) || [];
  if (!year) return /^\d{3}$/.test(value) ? `${value}0s` : value;
  const tail = time ? `, ${DAY_PARTS[time] || time}` : '';
  const [, month, day] = /^(\d\d)(?:-(\d\d))?$/.exec(rest) || [];
  if (month) return `${day ? `${Number(day)} ` : ''}${MONTHS[month - 1]} ${year}${tail}`;
  if (/^[QH]\d$/.test(rest)) return `${rest} ${year}`;
  if (SEASONS[rest]) return `${SEASONS[rest]} ${year}`;
  if (/^W\d\d$/.test(rest)) return `week ${Number(rest.slice(1))}, ${year}`;
  return rest ? value : `${year}${tail}`;
}

const published = (article) => (article.published ? when(article.published.slice(0, 10)) : '');
const headline = (article) => article.title || article.path || article.url || 'Untitled';

// What a fact says besides who, whom, how much and when.
function details(fact) {
  return [
    fact.metric && fact.metric !== 'other' && words(fact.metric),
    fact.purpose && fact.purpose !== 'other' && words(fact.purpose),
    fact.job_title,
    fact.change && { holds: 'in office', appointed: 'appointed', left: 'left' }[fact.change],
    fact.stake && `stake ${fact.stake}`,
    fact.seller && `from ${fact.seller}`,
    fact.instrument,
    fact.matter,
    fact.court && `at ${fact.court}`,
    fact.source && `says ${fact.source}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function sides(fact) {
  return fact.object ? `${fact.subject || '?'} → ${fact.object}` : fact.subject || '?';
}

// A small mark and a word: filled when it happened, hollow when it has not, struck when it will not.
function badge(fact) {
  const kind =
    fact.negated || fact.status === 'cancelled'
      ? 'off'
      : ['completed', 'ongoing'].includes(fact.status)
        ? 'on'
        : 'open';
  return make('span', { class: `status ${kind}` }, fact.status);
}

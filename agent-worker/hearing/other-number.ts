import type { Run } from './character-runs.ts';
import { digitOf } from './spoken-numbers.ts';
import type { Token } from './tokens-of.ts';

const words = (list: string) => new Set(list.split(' '));

/** What makes the number after it something else than an order number. */
const otherBefore = words(
  'zip zipcode postal postcode area phone telephone mobile cell cellphone landline call reach contact dial text card visa ' +
    'mastercard amex debit credit tracking fedex ups usps dhl street apartment apt suite unit floor room house building box ' +
    'pin code cvv extension year age aged born price paid cost charged billed total dollars refund amount quantity sku item model version ' +
    'ending since $ reference invoice customer member membership loyalty account coupon promo voucher gift serial rma ticket ' +
    'claim january february april june july august september october november december',
);
/** What makes the number before it one. */
const otherAfter = words(
  'dollars dollar bucks cents percent % street st avenue ave road rd drive dr lane ln boulevard blvd court way place ' +
    'parkway highway items item shirts tees pieces units copies boxes parcels packages times days day weeks week months ' +
    'years minutes hours am pm p people miles pounds inches feet orders euros points stars grams kilos',
);
const orderWords = words('order orders ord confirmation');
const otherNouns = words(
  'zip zipcode postal postcode phone mobile cell card pin address area code house apartment tracking',
);
const states = words(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana ' +
    'iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska ' +
    'nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania island tennessee texas utah ' +
    'vermont virginia washington wisconsin wyoming',
);
const stateCodes = words(
  'AL AK AZ AR CA CO CT DE FL GA ID IL IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND PA RI SC SD TN TX UT VT ' +
    'VA WA WV WI WY',
);
const verbs = new Set(['is', 'was', "that's", "it's", ',']);
const streetWords = words(
  'street avenue road drive lane boulevard court place parkway highway way st ave rd blvd dr ln',
);
const functionWords = words('i the my your is it in on at to and or for from of was has have please that this with by');
const longestStreet = 3;
/** "is the order number three" */
const longestPredicate = 6;
const farthest = 6;

/** What is said around a number: whose number it is. */
export type NumberContext = 'order' | 'other' | 'unknown';

/** Whose number a run is: by what is said of it ("… is my zip"), by the nearest words before it, then by those after it. */
export function numberContext(tokens: readonly Token[], run: Run): NumberContext {
  const said = predicateAfter(tokens, run.to);
  if (said !== 'unknown') return said;
  const before = nearestBefore(tokens, run.from);
  return before === 'unknown' ? contextAfter(tokens, run.to) : before;
}

function nearestBefore(tokens: readonly Token[], from: number): NumberContext {
  const nearest = tokens[from - 1];
  if (isGluedToWord(tokens, from)) return 'other';
  if (nearest && isState(nearest, tokens[from - 2])) return 'other';
  // Elsewhere "may" and "march" are other words.
  if (nearest && ['march', 'may'].includes(nearest.text) && /^[A-Z]/.test(nearest.written)) return 'other';
  const isSentTo = nearest?.text === 'to' && /^(?:ship|deliver|send|sent|go)/.test(tokens[from - 2]?.text ?? '');
  if (isSentTo) return 'other';
  for (let at = from - 1; at >= Math.max(0, from - farthest); at--) {
    const word = tokens[at]?.text ?? '';
    if (['.', '!', '?', ';'].includes(word)) return 'unknown';
    if (/\d/.test(word)) return 'unknown';
    if (orderWords.has(word)) return 'order';
    if (otherBefore.has(word)) return 'other';
  }
  return 'unknown';
}

/** "ABC-12345": a number, but in nobody's format here. */
function isGluedToWord(tokens: readonly Token[], from: number): boolean {
  const word = tokens[from - 2]?.text ?? '';
  return (
    tokens[from]?.isGlued === true && tokens[from - 1]?.text === '-' && /^[a-z]/.test(word) && !orderWords.has(word)
  );
}

function isState(token: Token, before: Token | undefined): boolean {
  if (token.text === ',') return false;
  return states.has(token.text) || (stateCodes.has(token.written) && before !== undefined);
}

/** "… is my zip", "… is the order number", "…, my zip": not what names the number after it ("12345, zip code 78701"). */
function predicateAfter(tokens: readonly Token[], to: number): NumberContext {
  const isApart = tokens[to]?.text === ',' && verbs.has(tokens[to + 1]?.text ?? '');
  const start = isApart ? to + 1 : to;
  const words = tokens.slice(start, start + longestPredicate).map(({ text }) => text);
  const [verb = '', ...rest] = words;
  if (!verbs.has(verb)) return 'unknown';
  const noun = rest[isDeterminer(rest[0] ?? '') ? 1 : 0] ?? '';
  const isOfNext = verb === ',' && rest.slice(1).some((word) => digitOf(word) !== undefined || /^\d/.test(word));
  if (isOfNext) return 'unknown';
  if (orderWords.has(noun)) return 'order';
  return otherNouns.has(noun) ? 'other' : 'unknown';
}

/** "… dollars", "12345 Main Street", "… at gmail dot com" */
function contextAfter(tokens: readonly Token[], to: number): NumberContext {
  const [first = '', second = ''] = tokens.slice(to, to + 2).map(({ text }) => text);
  if (first === 'at' && tokens.slice(to, to + 8).some(({ text }) => text === 'dot')) return 'other';
  const isDecimal = first === '.' && /^\d/.test(second) && tokens[to + 1]?.isGlued === true;
  return otherAfter.has(first) || isDecimal || isStreetAfter(tokens, to) ? 'other' : 'unknown';
}

/** "Main Street", "Oak Ridge Drive": one to three names, then what streets are called. */
function isStreetAfter(tokens: readonly Token[], to: number): boolean {
  const words = tokens.slice(to, to + longestStreet + 1).map(({ text }) => text);
  const street = words.findIndex((word) => streetWords.has(word));
  return street > 0 && words.slice(0, street).every((word) => /^[a-z]+$/.test(word) && !functionWords.has(word));
}

function isDeterminer(word: string): boolean {
  return ['my', 'the', 'our', 'a', 'an', 'her', 'his', 'your'].includes(word);
}

import type { Run } from './character-runs.ts';
import type { Token } from './tokens-of.ts';

const words = (list: string) => new Set(list.split(' '));

/** What makes the number after it something else than an order number. */
const otherBefore = words(
  'zip zipcode postal postcode area phone telephone mobile cell cellphone landline call text card visa mastercard amex ' +
    'debit credit tracking fedex ups usps dhl street apartment apt suite unit floor room house building box pin code ' +
    'cvv extension year age aged born price paid cost total dollars refund amount quantity sku item model version ' +
    'ending since $ reference invoice customer member loyalty coupon promo voucher gift serial',
);
/** What makes the number before it one. */
const otherAfter = words(
  'dollars dollar bucks cents percent % street st avenue ave road rd drive dr lane ln boulevard blvd court way place ' +
    'parkway highway items item shirts tees pieces units copies boxes parcels packages times days day weeks week months ' +
    'years minutes hours am pm p people miles pounds inches feet orders euros points stars grams kilos',
);
const orderWords = words('order orders ord confirmation');
const otherNouns = words('zip zipcode postal postcode phone mobile cell card pin address area code');
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
const farthest = 6;

/** What is said around a number: whose number it is. */
export type NumberContext = 'order' | 'other' | 'unknown';

/** Whose number a run is, by the nearest words before it, then by those after it. */
export function numberContext(tokens: readonly Token[], run: Run): NumberContext {
  const before = nearestBefore(tokens, run.from);
  if (before !== 'unknown') return before;
  return contextAfter(tokens, run.to);
}

function nearestBefore(tokens: readonly Token[], from: number): NumberContext {
  const nearest = tokens[from - 1];
  if (isGluedToWord(tokens, from)) return 'other';
  if (nearest && isState(nearest, tokens[from - 2])) return 'other';
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

/** "… dollars", "… is my zip", "… is the order number", "12345 Main Street" */
function contextAfter(tokens: readonly Token[], to: number): NumberContext {
  const [first = '', second = '', third = '', fourth = ''] = tokens.slice(to, to + 4).map(({ text }) => text);
  if (first === 'at' && tokens.slice(to, to + 8).some(({ text }) => text === 'dot')) return 'other';
  if (otherAfter.has(first) || (first === '.' && /^\d/.test(second) && tokens[to + 1]?.isGlued === true))
    return 'other';
  if (
    /^[a-z]{3,}$/.test(first) &&
    ['street', 'avenue', 'road', 'drive', 'lane', 'boulevard', 'st', 'ave'].includes(second)
  )
    return 'other';
  const noun = ['is', 'was', "that's", ','].includes(first) ? (isDeterminer(second) ? third : second) : '';
  if (otherNouns.has(noun) || (isDeterminer(second) && otherNouns.has(fourth) && first === 'is')) return 'other';
  return orderWords.has(noun) ? 'order' : 'unknown';
}

function isDeterminer(word: string): boolean {
  return ['my', 'the', 'our', 'a', 'her', 'his', 'your'].includes(word);
}

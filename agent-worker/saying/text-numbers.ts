import { decimalWords, digitWords, numberWords, ordinalWords, yearWords } from './number-words.ts';
import { sayZip } from './say-code.ts';
import { sayPrice } from './say-price.ts';
import type { TextRule } from './text-rule.ts';

const amount = String.raw`(?:US|CA|A|C)?[$€£](?:\d[\d,]*(?:\.\d{1,2})?|\.\d{2})`;
const price = new RegExp(String.raw`^([-−]?${amount})(?:\/([a-z]+)|(\+)|([KMB]))?$`, 'i');
const priceRange = new RegExp(String.raw`^(${amount})[-–](${amount}|\d[\d,]*(?:\.\d{2})?)$`);
const currency = /^(?:USD|EUR|GBP|CAD)$/;
const scales: Record<string, string> = { K: 'thousand', M: 'million', B: 'billion' };
const plain = /^\d{1,3}(,\d{3})*(\.\d+)?$|^\d+(\.\d+)?$/;
/** A longer number without commas is a name: a zip, an order, a tracking number. */
const longestCount = 4;

/** "$29.99", "$5-$7", "$5/month", "$50+", "$1M", "99¢", "USD 29.99" */
export const prices: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const [, single, per, more, scale] = price.exec(core) ?? [];
  if (single !== undefined) {
    const size = scales[scale?.toUpperCase() ?? ''];
    const said = size === undefined ? sayPrice(single) : `${sayPlain(single.replace(/\D/g, ''))} ${size} dollars`;
    const rest = per === undefined ? (more === undefined ? '' : ' and up') : ` per ${per}`;
    return { said: lead + said + rest + trail, count: 1 };
  }
  const cents = /^(\d{1,2})¢$/.exec(core)?.[1];
  if (cents !== undefined) return { said: `${lead}${sayPrice(`.${cents.padStart(2, '0')}`)}${trail}`, count: 1 };
  const [, from, to] = priceRange.exec(core) ?? [];
  if (from !== undefined && to !== undefined)
    return { said: `${lead}${sayPrice(from)} to ${sayPrice(to)}${trail}`, count: 1 };
  const isNamed = trail === '' && (currency.test(core) || plain.test(core));
  const next = isNamed ? window.word(1) : undefined;
  if (next === undefined || !(currency.test(core) ? plain : currency).test(next.core)) return undefined;
  return { said: `${lead}${sayPrice(`${core} ${next.core}`)}${next.trail}`, count: 2 };
};

const parts: Record<string, readonly [one: string, many: string]> = {
  2: ['half', 'halves'], 3: ['third', 'thirds'], 4: ['quarter', 'quarters'], 5: ['fifth', 'fifths'], 8: ['eighth', 'eighths'],
}; // prettier-ignore
const signs: Record<string, string> = { '½': '1/2', '⅓': '1/3', '⅔': '2/3', '¼': '1/4', '¾': '3/4', '⅛': '1/8' };

/** "1/2", "¾", "1 1/2", "1½", "4.5/5" */
export const fractions: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const [, count = '', sign = ''] = /^(\d*)([½⅓⅔¼¾⅛])$/.exec(core) ?? [];
  const own = fractionOf(signs[sign] ?? core);
  if (own !== undefined) return { said: `${lead}${mixed(count, own)}${trail}`, count: 1 };
  const next = trail === '' && /^\d{1,3}$/.test(core) ? window.word(1) : undefined;
  const fraction = fractionOf(signs[next?.core ?? ''] ?? next?.core ?? '');
  if (next && fraction) return { said: `${lead}${mixed(core, fraction)}${next.trail}`, count: 2 };
  const [, some, all] = /^(\d{1,3}(?:\.\d)?)\/(\d{1,3})$/.exec(core) ?? [];
  if (some === undefined || all === undefined || core === '24/7') return undefined;
  return { said: `${lead}${decimalWords(some)} out of ${decimalWords(all)}${trail}`, count: 1 };
};

interface Fraction {
  over: number;
  name: string;
}

function fractionOf(written: string): Fraction | undefined {
  const [, over = '', under = ''] = /^(\d)\/(\d)$/.exec(written) ?? [];
  const names = parts[under];
  if (names === undefined || Number(over) < 1 || Number(over) >= Number(under)) return undefined;
  return { over: Number(over), name: over === '1' ? names[0] : names[1] };
}

/** "one half"; "one and a half", "two and three quarters" */
function mixed(count: string, { over, name }: Fraction): string {
  const said = `${numberWords(over)} ${name}`;
  return count === '' ? said : `${sayPlain(count)} and ${over === 1 ? `a ${name}` : said}`;
}

/** "5-7", "10%", "8th", "1,126", "2.5", "#3", "32x34", "4B", "3-in-1" */
export const numbers: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (!/\d/.test(core)) return undefined;
  const [, about = '', number = '', more = ''] = /^(~?)(.*?)(\+?)$/.exec(core) ?? [];
  const said = sayNumber(number);
  if (said === undefined) return undefined;
  return { said: `${lead}${about === '' ? '' : 'about '}${said}${more === '' ? '' : ' plus'}${trail}`, count: 1 };
};

function sayNumber(written: string): string | undefined {
  if (plain.test(written)) return sayPlain(written);
  if (/^\d{5}-\d{4}$/.test(written)) return sayZip(written);
  const [, sign, from, joint, to] = /^([-−#])?([\d.,]+?)(?:%?([-–x×/])([\d.,]+))?%?$/.exec(written) ?? [];
  if (from !== undefined && plain.test(from) && (to === undefined || plain.test(to))) {
    const lead = sign === undefined ? '' : sign === '#' ? 'number ' : 'minus ';
    const until = to === undefined ? '' : `${joints[joint ?? ''] ?? ' '}${sayPlain(to)}`;
    return `${lead}${sayPlain(from)}${until}${written.endsWith('%') ? ' percent' : ''}`;
  }
  const decade = /^((?:19|20)\d0)['’]?s$/.exec(written)?.[1];
  if (decade !== undefined) return `${yearWords(Number(decade)).replace(/y$/, 'ie')}s`;
  const degrees = /^(-?\d{1,3})°[CF]?$/.exec(written)?.[1];
  if (degrees !== undefined) return `${sayNumber(degrees) ?? degrees} degrees`;
  const ordinal = /^(\d{1,3})(st|nd|rd|th)$/i.exec(written)?.[1];
  if (ordinal !== undefined) return ordinalWords(Number(ordinal));
  const [, room, letter] = /^(\d{1,3})([A-Z])$/.exec(written) ?? [];
  if (room !== undefined && letter !== undefined) return `${sayPlain(room)} ${letter}`;
  if (!/\p{L}/u.test(written)) return undefined;
  // "3-in-1": the numbers that stand for themselves.
  return written.replace(/(?<![\w.])\d{1,4}(?![\w.])/g, (digits) => numberWords(Number(digits)));
}

const joints: Record<string, string> = { '-': ' to ', '–': ' to ', x: ' by ', '×': ' by ', '/': ' ' };

function sayPlain(written: string): string {
  const isRound = /^[1-9]\d{1,3}000$/.test(written);
  const isCounted = /[,.]/.test(written) || written.length <= longestCount || isRound;
  if (!isCounted || /^0\d/.test(written)) return digitWords(written);
  return /^(19|20)\d{2}$/.test(written) ? yearWords(Number(written)) : decimalWords(written);
}

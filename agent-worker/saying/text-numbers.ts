import { decimalWords, digitWords, numberWords, ordinalWords, yearWords } from './number-words.ts';
import { sayZip } from './say-code.ts';
import { sayPrice } from './say-price.ts';
import type { TextRule } from './text-rule.ts';

const price = /^[-−]?\$\d[\d,]*(\.\d{1,2})?$/;
const priceRange = /^(\$\d[\d,]*(?:\.\d{2})?)[-–](\$?\d[\d,]*(?:\.\d{2})?)$/;
const plain = /^\d{1,3}(,\d{3})*(\.\d+)?$|^\d+(\.\d+)?$/;
/** A longer number without commas is a name: a zip, an order, a tracking number. */
const longestCount = 4;

/** "$29.99", "$5-$7" */
export const prices: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (price.test(core)) return { said: lead + sayPrice(core) + trail, count: 1 };
  const [, from, to] = priceRange.exec(core) ?? [];
  return from === undefined || to === undefined
    ? undefined
    : { said: `${lead}${sayPrice(from)} to ${sayPrice(to)}${trail}`, count: 1 };
};

/** "5-7", "10%", "8th", "1,126", "2.5", "#3", "32x34", "4B", "3-in-1" */
export const numbers: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (!/\d/.test(core)) return undefined;
  const said = sayNumber(core);
  return said === undefined ? undefined : { said: lead + said + trail, count: 1 };
};

function sayNumber(written: string): string | undefined {
  if (plain.test(written)) return sayPlain(written);
  if (/^\d{5}-\d{4}$/.test(written)) return sayZip(written);
  const [, sign, from, joint, to] = /^([-−#])?([\d.,]+?)(?:([-–x×/])([\d.,]+))?%?$/.exec(written) ?? [];
  if (from !== undefined && plain.test(from) && (to === undefined || plain.test(to))) {
    const lead = sign === undefined ? '' : sign === '#' ? 'number ' : 'minus ';
    const until = to === undefined ? '' : `${joints[joint ?? ''] ?? ' '}${sayPlain(to)}`;
    return `${lead}${sayPlain(from)}${until}${written.endsWith('%') ? ' percent' : ''}`;
  }
  const ordinal = /^(\d{1,3})(st|nd|rd|th)$/i.exec(written)?.[1];
  if (ordinal !== undefined) return ordinalWords(Number(ordinal));
  const [, room, letter] = /^(\d{1,3})([A-Z])$/.exec(written) ?? [];
  if (room !== undefined && letter !== undefined) return `${sayPlain(room)} ${letter}`;
  // "3-in-1": the numbers that stand for themselves.
  return written.replace(/(?<![\w.])\d{1,4}(?![\w.])/g, (digits) => numberWords(Number(digits)));
}

const joints: Record<string, string> = { '-': ' to ', '–': ' to ', x: ' by ', '×': ' by ', '/': ' ' };

function sayPlain(written: string): string {
  const isCounted = written.includes(',') || written.includes('.') || written.length <= longestCount;
  if (!isCounted || /^0\d/.test(written)) return digitWords(written);
  return /^(19|20)\d{2}$/.test(written) ? yearWords(Number(written)) : decimalWords(written);
}

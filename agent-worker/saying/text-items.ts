import { numberWords } from './number-words.ts';
import { monthNumber } from './say-date.ts';
import { plural, saySize } from './say-item.ts';
import type { TextRule } from './text-rule.ts';
import type { TextWindow, WrittenWord } from './text-window.ts';

const longestName = 6;

/** "2 x Classic Tee" → "two Classic Tees", as far as the name goes */
export const quantities: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const after = /^[x×](\d{1,3})$/i.exec(core)?.[1];
  if (after !== undefined) return { said: `${lead}times ${numberWords(Number(after))}${trail}`, count: 1 };
  const [, joined] = /^(\d{1,6})[x×]$/i.exec(core) ?? [];
  const isSplit = /^\d{1,6}$/.test(core) && trail === '' && /^[x×]$/i.test(window.word(1).core);
  if (joined === undefined && !isSplit) return undefined;
  const count = Number(joined ?? core);
  const start = isSplit ? 2 : 1;
  const name: string[] = [];
  let end = '';
  for (let at = start; at < start + longestName && end === ''; at++) {
    const word = window.word(at);
    if (!/^[A-Z][\w'’-]*$/.test(word.core)) break;
    name.push(word.core);
    end = word.trail;
  }
  const said = name.length === 0 || count === 1 ? name.join(' ') : plural(name.join(' '));
  const isFactor = joined !== undefined && name.length === 0;
  const times = isFactor ? (count === 1 ? ' time' : ' times') : said === '' ? '' : ` ${said}`;
  return { said: `${lead}${numberWords(count)}${times}${isFactor ? trail : end}`, count: start + name.length };
};

/** "Size M" → "Size medium", "sizes S, M and L", and "XL" anywhere */
export const sizes: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const [one = '', other] = core.split('/');
  const size = saySize(one);
  if (size === undefined || !(isPlainSize(one) || isAfterSize(window))) return undefined;
  const second = other === undefined ? '' : saySize(other);
  return second === undefined
    ? undefined
    : { said: `${lead}${size}${second === '' ? '' : ` or ${second}`}${trail}`, count: 1 };
};

const isPlainSize = (core: string) => /^(?:\dXL|X{1,3}[SL])$/.test(core);
const isListed = ({ core, trail }: WrittenWord) => /^(?:X{0,3}[SML]|M)$/.test(core) && /^,?$/.test(trail);

function isAfterSize(window: TextWindow): boolean {
  const [one, other] = [window.before(1), window.before(2)];
  if (/^sizes?$/i.test(one.core)) return true;
  const isSize = (word: WrittenWord) => isListed(word) && /^[A-Z]+$/.test(window.word(0).core);
  return isSize(one)
    ? one.trail === ','
    : /^(?:and|or|to)$/.test(one.core) && (isSize(other) || /^sizes?$/i.test(other.core));
}

/** "Classic Tee - Navy": a pause. "March 8 - March 10": "to". */
export const dashes: TextRule = (window) => {
  const { core } = window.word(0);
  if (!/^[-–]{1,2}$/.test(core)) return undefined;
  const before = window.before(1);
  if (before.trail !== '' || before.core === '') return { said: '', count: 1 };
  return { said: isSpan(before.core, window.word(1).core) ? 'to' : ',', count: 1 };
};

/** What a dash between them spans: two amounts, two counts, two times, two days. */
function isSpan(from: string, to: string): boolean {
  const isDay = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(from) && /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(to);
  const isTime = /^[ap]\.?m$/i.test(from) && /^\d/.test(to);
  const areAlike = [/^\$[\d.,]+$/, /^[\d.,]{1,4}$/, /^\d{1,2}:\d{2}$/].some((kind) => kind.test(from) && kind.test(to));
  return isDay || isTime || areAlike || (/^\d{1,2}$/.test(from) && monthNumber(to) !== undefined);
}

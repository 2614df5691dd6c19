import { numberWords } from './number-words.ts';
import { plural, saySize } from './say-item.ts';
import type { TextRule } from './text-rule.ts';

const longestName = 6;
const isDash = (core: string) => /^[-–]$/.test(core);

/** "2 x Classic Tee" → "two Classic Tees", as far as the name goes */
export const quantities: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const [, joined] = /^(\d+)[x×]$/i.exec(core) ?? [];
  const isSplit = /^\d+$/.test(core) && trail === '' && /^[x×]$/i.test(window.word(1).core);
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
  const isDashNext = said !== '' && end === '' && isDash(window.word(start + name.length).core);
  return {
    said: `${lead}${numberWords(count)}${said === '' ? '' : ` ${said}`}${isDashNext ? ',' : end}`,
    count: start + name.length + (isDashNext ? 1 : 0),
  };
};

/** "Size M" → "Size medium" */
export const sizes: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const size = /^sizes?$/i.test(window.before(1).core) ? saySize(core) : undefined;
  return size === undefined ? undefined : { said: lead + size + trail, count: 1 };
};

/** The dash of "Classic Tee - Navy" is a pause. */
export const dashes: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const isBeforeDash = /^[A-Z]/.test(core) && trail === '' && !/\d/.test(core) && isDash(window.word(1).core);
  return isBeforeDash ? { said: `${lead}${core},`, count: 2 } : undefined;
};

import { digitWords } from './number-words.ts';

/** "+1 512 555 0142" → "five-one-two, five-five-five, zero-one-four-two"; other countries in the groups they are written in. */
export function sayPhone(written: string): string {
  const [, own = '', extension] = /^(.*?)(?:\s*(?:x|ext\.?|extension)\s*(\d{1,6}))?$/is.exec(written) ?? [];
  return extension === undefined ? sayNumber(own) : `${sayNumber(own)}, extension ${digitWords(extension)}`;
}

function sayNumber(written: string): string {
  const digits = written.replace(/\D/g, '');
  const national = digits.replace(/^1(?=\d{10}$)/, '');
  if (national.length === 10 && !/^\s*\+(?!1)/.test(written)) return grouped(national, [3, 3, 4]);
  if (national.length === 7) return grouped(national, [3, 4]);
  const groups = written.match(/\d+/g) ?? [];
  return `${written.trim().startsWith('+') ? 'plus ' : ''}${groups.map(digitWords).join(', ')}`;
}

function grouped(digits: string, sizes: readonly number[]): string {
  let at = 0;
  return sizes
    .map((size) => {
      at += size;
      return digitWords(digits.slice(at - size, at));
    })
    .join(', ');
}

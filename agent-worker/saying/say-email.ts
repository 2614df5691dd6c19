import { digitWords } from './number-words.ts';
import { sayLetters } from './say-code.ts';

const signs: Record<string, string> = {
  '.': 'dot', _: 'underscore', '-': 'dash', '+': 'plus', '/': 'slash', '@': 'at', '%': 'percent', '&': 'and', '=': 'equals',
  '?': 'question mark', '#': 'hash', '~': 'tilde', ':': 'colon',
}; // prettier-ignore
const parts = /[a-z]+|\d+|[^a-z\d]/gi;
/** Endings of two letters that are said as a word. */
const spokenEndings = new Set(['co', 'me']);

/** "john_doe@yahoo.co.uk" → "john underscore doe at yahoo dot co dot U-K" */
export function sayEmail(address: string): string {
  return saySigns(address.toLowerCase());
}

/** "https://yourstore.com/track" → "yourstore dot com slash track": the way it is typed, without what goes without saying. */
export function sayUrl(url: string): string {
  if (/\s/.test(url.trim())) return url;
  const plain = url
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .replace(/[?#].*$/, '');
  return saySigns(plain);
}

function saySigns(address: string): string {
  const said = address.match(parts) ?? [];
  return said.map((part, at) => sayPart(part, said[at - 1])).join(' ');
}

function sayPart(part: string, before: string | undefined): string {
  const sign = signs[part];
  if (sign !== undefined) return sign;
  if (/^\d/.test(part)) return digitWords(part);
  const isEnding = before === '.' && part.length === 2 && !spokenEndings.has(part.toLowerCase());
  // Without a vowel it cannot be said as a word: "hp", "jfk".
  return isEnding || part.length === 1 || !/[aeiouy]/i.test(part) ? sayLetters(part) : part;
}

import { digitWords } from './number-words.ts';

/** Never more of a card than its last four digits: "4111111111111111" → "ending in one-one-one-one", "Visa ending in 4242" with its name. */
export function sayCard(written: string): string {
  const digits = written.replace(/\D/g, '').slice(-4);
  if (digits === '') return written;
  const name = /^[A-Za-z][A-Za-z ]*?(?=\s+(?:card\s+)?(?:ending|\*|x|•|\d))/i.exec(written.trim())?.[0];
  return `${name === undefined ? '' : `${name} `}ending in ${digitWords(digits)}`;
}

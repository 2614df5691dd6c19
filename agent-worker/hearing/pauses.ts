import { standsAt, type Token } from './tokens-of.ts';

/** What people say while they look for the next digit. Longer ones first. */
const pauses = [
  'and then', 'just a second', 'just a sec', 'just a moment', 'give me a second', 'give me a sec',
  'wait a second', 'wait a minute', 'wait let me check', 'let me see here', 'let me see', "let's see", 'let me check', 'let me look',
  'let me think', 'hold on', 'hang on', 'one second', 'one sec', 'one moment', 'one minute', 'you know', 'followed by', 'um', 'uh', 'er',
  'erm', 'hmm', 'mm', 'ah', 'and', 'then', 'wait', 'so', 'okay', 'ok', 'well', 'like', 'yeah', 'the numbers', 'the number', 'numbers',
  'number', 'digits', 'space', 'dash', 'hyphen', 'minus', 'underscore',
].map((phrase) => phrase.split(' ')); // prettier-ignore

/** A pause that was said, and the token after it. */
export interface Pause {
  next: number;
  /** "and": what follows may be another thing. */
  isAnd: boolean;
}

/** The pause in words that begins at a token; undefined when none does. */
export function readPause(tokens: readonly Token[], at: number): Pause | undefined {
  const words = pauses.find((phrase) => standsAt(tokens, at, phrase));
  return words && { next: at + words.length, isAnd: words.length === 1 && words[0] === 'and' };
}

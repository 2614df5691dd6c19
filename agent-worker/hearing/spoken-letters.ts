import type { Token } from './tokens-of.ts';

/** How the letters are called, one line a letter; the first of each is the one a speller would write. */
const names: Record<string, string> = {
  a: 'ay eh', b: 'bee be', c: 'cee see sea', d: 'dee', e: 'ee', f: 'ef eff', g: 'gee', h: 'aitch haitch', i: 'eye',
  j: 'jay', k: 'kay', l: 'el ell', m: 'em', n: 'en', o: 'oh owe', p: 'pee pea', q: 'cue queue', r: 'ar are', s: 'ess',
  t: 'tee tea', u: 'you', v: 'vee', w: 'doubleyou doubleu', x: 'ex', y: 'wye why', z: 'zee zed',
}; // prettier-ignore

/** The NATO alphabet, with the spellings recognisers write. */
const nato =
  'alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa ' +
  'quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu';

const letterOfName = new Map(
  Object.entries(names).flatMap(([letter, words]) => words.split(' ').map((word) => [word, letter] as const)),
);
const letterOfNato = new Map(nato.split(' ').map((word) => [word, word.charAt(0)] as const));

/** One letter that was said, and the token after it. */
export interface SpokenLetter {
  letter: string;
  next: number;
  /** Said as a letter can only be said ("R", "R as in Robert"), by a name that is a word too, or from the alphabet. */
  by: 'letter' | 'name' | 'nato';
}

/** The letter said at a token, with its "as in Robert" or "for Robert". "double u" is a letter too. */
export function readLetter(tokens: readonly Token[], at: number): SpokenLetter | undefined {
  const said = plainLetter(tokens, at);
  if (said === undefined) return undefined;
  const example = exampleEnd(tokens, said.next, said.letter);
  return example === undefined ? said : { letter: said.letter, next: example, by: 'letter' };
}

function plainLetter(tokens: readonly Token[], at: number): SpokenLetter | undefined {
  const word = tokens[at]?.text ?? '';
  if (/^[a-z]$/.test(word)) {
    const ray = afterHyphen(tokens, at);
    return word === 'x' && tokens[ray]?.text === 'ray'
      ? { letter: 'x', next: ray + 1, by: 'nato' }
      : { letter: word, next: at + 1, by: 'letter' };
  }
  if (isDoubleU(tokens, at)) return { letter: 'w', next: afterHyphen(tokens, at) + 1, by: 'letter' };
  if (word === 'ex' && tokens[at + 1]?.text === 'ray') return { letter: 'x', next: at + 2, by: 'nato' };
  const named = letterOfName.get(word);
  if (named !== undefined && word !== '') return { letter: named, next: at + 1, by: 'name' };
  const alphabetic = letterOfNato.get(word);
  return alphabetic === undefined ? undefined : { letter: alphabetic, next: at + 1, by: 'nato' };
}

/** "double u", "double-you": a letter, where any other double is two of them. */
export function isDoubleU(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'double' && ['u', 'you'].includes(tokens[afterHyphen(tokens, at)]?.text ?? '');
}

const afterHyphen = (tokens: readonly Token[], at: number) => (tokens[at + 1]?.text === '-' ? at + 2 : at + 1);

/** "as in Robert", "like Robert", "for Robert": the example must begin with its letter where "for" could mean four. */
function exampleEnd(tokens: readonly Token[], at: number, letter: string): number | undefined {
  const start = tokens[at]?.text === ',' ? at + 1 : at;
  const isAsIn = tokens[start]?.text === 'as' && tokens[start + 1]?.text === 'in';
  const isLike = ['like', 'for'].includes(tokens[start]?.text ?? '');
  if (!isAsIn && !isLike) return undefined;
  const example = start + (isAsIn ? 2 : 1);
  const word = tokens[example]?.text ?? '';
  const isExample = /^[a-z]{3,}$/.test(word) && (isAsIn || word.startsWith(letter));
  return isExample ? example + 1 : undefined;
}

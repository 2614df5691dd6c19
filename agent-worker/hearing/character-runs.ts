import { correctionEnd } from './correction.ts';
import { readLetter } from './spoken-letters.ts';
import { digitOf, homophoneDigitOf, readNumber } from './spoken-numbers.ts';
import type { Token } from './tokens-of.ts';

/** Characters that were said as one: a letter, or the digits of one number. */
export interface Piece {
  characters: string;
  /** A word that is also the name of a letter ("are", "see", "oh") may have been just a word. */
  isWord: boolean;
}

/** Letters and digits said one after the other, from one token to another. */
export interface Run {
  from: number;
  to: number;
  /** What stands between corrections ("no wait"): the first is followed by what replaces its end. */
  parts: Piece[][];
  hasHash: boolean;
}

const hashes = new Set(['#', 'hash', 'hashtag']);
const joints = new Set(['-', 'dash', 'hyphen', 'minus', ',', '_', 'underscore', '#', 'hash', 'hashtag', 'space']);
const fillers = new Set(['um', 'uh', 'er', 'erm', 'hmm', 'mm', 'ah', 'then', 'wait', 'so', 'okay', 'ok']);
const repeats: Record<string, number> = { double: 2, triple: 3, treble: 3 };

/**
 * The runs of letters and digits in what was said, whether one by one, in groups, doubled, as "R as in Robert", or typed.
 * @param prefixes the letters that order numbers begin with, which are no words here
 */
export function characterRuns(tokens: readonly Token[], prefixes: readonly string[]): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let at = 0;
  while (at < tokens.length) {
    const piece = readPiece(tokens, at, { prefixes, isInRun: run !== undefined });
    const hash = hashes.has(tokens[at]?.text ?? '');
    if (piece) {
      run ??= start(runs, at);
      run.parts.at(-1)?.push(piece);
      at = piece.next;
      run.to = at;
      continue;
    }
    if (run === undefined) {
      if (hash) {
        run = start(runs, at);
        run.hasHash = true;
      }
      at += 1;
      continue;
    }
    const corrected = correctionEnd(tokens, at);
    if (corrected !== undefined) {
      run.parts.push([]);
      at = corrected;
      run.to = at;
      continue;
    }
    run.hasHash ||= hash;
    if (!isPause(tokens, at, run)) run = undefined;
    at += 1;
  }
  return runs.filter(({ parts, hasHash }) => hasHash || parts.some((part) => part.length > 0));
}

function start(runs: Run[], at: number): Run {
  const run: Run = { from: at, to: at + 1, parts: [[]], hasHash: false };
  runs.push(run);
  return run;
}

type ReadPiece = Piece & { next: number };

function readPiece(
  tokens: readonly Token[],
  at: number,
  { prefixes, isInRun }: { prefixes: readonly string[]; isInRun: boolean },
): ReadPiece | undefined {
  const word = tokens[at]?.text ?? '';
  const times = repeats[word];
  if (times !== undefined && !(word === 'double' && ['u', 'you'].includes(tokens[at + 1]?.text ?? '')))
    return repeated(tokens, at + 1, times);
  const number = readNumber(tokens, at);
  if (number) return { characters: number.digits, isWord: false, next: number.next };
  if (isInRun && homophoneDigitOf(word) !== undefined && isBetweenDigits(tokens, at))
    return { characters: homophoneDigitOf(word) ?? '', isWord: false, next: at + 1 };
  const letter = readLetter(tokens, at);
  if (letter) {
    const isWord = letter.by === 'name' || (['a', 'i', 'o'].includes(word) && letter.next === at + 1);
    return { characters: letter.letter.toUpperCase(), isWord, next: letter.next };
  }
  const isGluedToMore = tokens[at + 1]?.isGlued === true && /^\d/.test(tokens[at + 1]?.text ?? '');
  const isPrefix = prefixes.includes(word.toUpperCase());
  if (isPrefix || (isGluedToMore && /^[a-z]{1,4}$/.test(word)))
    return { characters: word.toUpperCase(), isWord: false, next: at + 1 };
  return undefined;
}

/** "double one", "triple oh" */
function repeated(tokens: readonly Token[], at: number, times: number): ReadPiece | undefined {
  const digit = digitOf(tokens[at]?.text);
  if (digit !== undefined) return { characters: digit.repeat(times), isWord: false, next: at + 1 };
  const letter = readLetter(tokens, at);
  return letter && { characters: letter.letter.toUpperCase().repeat(times), isWord: false, next: letter.next };
}

/** "one to three": a recogniser's "two". */
function isBetweenDigits(tokens: readonly Token[], at: number): boolean {
  return digitOf(tokens[at - 1]?.text) !== undefined && digitOf(tokens[at + 1]?.text) !== undefined;
}

/** A comma, a dash, an "um" within a run; a full stop only after a single character ("O. R. D."). */
function isPause(tokens: readonly Token[], at: number, run: Run): boolean {
  const word = tokens[at]?.text ?? '';
  if (joints.has(word)) return true;
  if (word === '.') return run.parts.at(-1)?.at(-1)?.characters.length === 1;
  return fillers.has(word);
}

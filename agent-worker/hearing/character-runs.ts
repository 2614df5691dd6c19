import { correctionEnd } from './correction.ts';
import { type Pause, readPause } from './pauses.ts';
import { isDoubleU, readLetter } from './spoken-letters.ts';
import { digitOf, homophoneDigitOf, readNumber, readPlural } from './spoken-numbers.ts';
import type { Token } from './tokens-of.ts';

/** Characters that were said as one: a letter, or the digits of one number. */
export interface Piece {
  characters: string;
  /** A word that is also the name of a letter ("are", "see", "oh") may have been just a word. */
  isWord: boolean;
  /** Said after an "and": another number may begin here. */
  isAfterAnd: boolean;
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
const joints = new Set(['-', ',', '_', '#', 'hash', 'hashtag']);
const repeats: Record<string, number> = { double: 2, triple: 3, treble: 3, quadruple: 4 };

/**
 * The runs of letters and digits in what was said, whether one by one, in groups, doubled, as "R as in Robert", or typed.
 * @param letters the groups of letters that order numbers have ("ORD"), which are no words here
 */
export function characterRuns(tokens: readonly Token[], letters: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let isAfterAnd = false;
  let at = 0;
  while (at < tokens.length) {
    const corrected = run && correctionEnd(tokens, at);
    if (run && corrected !== undefined) {
      run.parts.push([]);
      at = corrected;
      run.to = at;
      continue;
    }
    const pause = run && pauseAt(tokens, at, run);
    if (pause) {
      isAfterAnd ||= pause.isAnd;
      at = pause.next;
      continue;
    }
    const piece = readPiece(tokens, at, { letters, isInRun: run !== undefined });
    const hash = hashes.has(tokens[at]?.text ?? '');
    if (piece || (hash && run === undefined)) run ??= start(runs, at);
    if (run) run.hasHash ||= hash;
    if (piece && run) {
      run.parts.at(-1)?.push({ characters: piece.characters, isWord: piece.isWord, isAfterAnd });
      run.to = piece.next;
    } else if (!hash) run = undefined;
    isAfterAnd = false;
    at = piece?.next ?? at + 1;
  }
  return runs.filter(({ parts, hasHash }) => hasHash || parts.some((part) => part.length > 0));
}

function start(runs: Run[], at: number): Run {
  const run: Run = { from: at, to: at + 1, parts: [[]], hasHash: false };
  runs.push(run);
  return run;
}

type ReadPiece = Omit<Piece, 'isAfterAnd'> & { next: number };

function readPiece(
  tokens: readonly Token[],
  at: number,
  { letters, isInRun }: { letters: ReadonlySet<string>; isInRun: boolean },
): ReadPiece | undefined {
  const word = tokens[at]?.text ?? '';
  const times = repeats[word];
  if (times !== undefined && !isDoubleU(tokens, at)) return repeated(tokens, at + 1, times);
  const number = readPlural(tokens, at) ?? readNumber(tokens, at);
  if (number) return { characters: number.digits, isWord: false, next: number.next };
  if (isInRun && homophoneDigitOf(word) !== undefined && isBetweenDigits(tokens, at))
    return { characters: homophoneDigitOf(word) ?? '', isWord: false, next: at + 1 };
  const letter = readLetter(tokens, at);
  if (letter) {
    const isWord = letter.by === 'name' || (['a', 'i', 'o'].includes(word) && letter.next === at + 1);
    return { characters: letter.letter.toUpperCase(), isWord, next: letter.next };
  }
  const isGluedToMore = tokens[at + 1]?.isGlued === true && /^\d/.test(tokens[at + 1]?.text ?? '');
  const isOfFormat = letters.has(word.toUpperCase());
  if (isOfFormat || (isGluedToMore && /^[a-z]{1,4}$/.test(word)))
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

/** "one to three", "one to too four": a recogniser's "two". */
function isBetweenDigits(tokens: readonly Token[], at: number): boolean {
  const isDigit = ({ text }: Token) => digitOf(text) !== undefined;
  const isLike = ({ text }: Token) => homophoneDigitOf(text) !== undefined;
  const before = tokens.slice(0, at).findLast((token) => !isLike(token));
  const after = tokens.slice(at + 1).find((token) => !isLike(token));
  return before !== undefined && after !== undefined && isDigit(before) && isDigit(after);
}

/** A comma, a dash, an "um" within a run; a full stop only after a single character ("O. R. D."). */
function pauseAt(tokens: readonly Token[], at: number, run: Run): Pause | undefined {
  const word = tokens[at]?.text ?? '';
  const isSign = joints.has(word) || (word === '.' && run.parts.at(-1)?.at(-1)?.characters.length === 1);
  if (isSign) {
    run.hasHash ||= hashes.has(word);
    return { next: at + 1, isAnd: false };
  }
  const pause = readPause(tokens, at);
  // "and a five"
  const isArticle = pause && tokens[pause.next]?.text === 'a' && digitOf(tokens[pause.next + 1]?.text) !== undefined;
  if (isArticle) return { ...pause, next: pause.next + 1 };
  // Numbers in digits on both sides of an "and" are two.
  const isBetweenWritten = /\d{2}/.test(tokens[at - 1]?.text ?? '') && /\d{2}/.test(tokens[at + 1]?.text ?? '');
  return pause?.isAnd === true && isBetweenWritten ? undefined : pause;
}

import type { Piece, Run } from './character-runs.ts';
import { fit, type NumberFormat } from './number-format.ts';

/** Each correction can be meant in several ways: after a few of them, only the likeliest are followed. */
const mostWays = 16;

/** An order number as the store writes it. */
export interface Reading {
  value: string;
  /** Said with its letters, not by its digits alone. */
  isWhole: boolean;
}

/** The order numbers that a run of letters and digits can be read as; none when it has too few or too many. */
export function readingsOf(run: Run, formats: readonly NumberFormat[]): Reading[] {
  // "… no wait": taken back, and nothing said in its place.
  if (run.parts.length > 1 && run.parts.at(-1)?.length === 0) return [];
  for (const pieces of corrected(run.parts, formats)) {
    const found = matches(pieces, formats);
    if (found.length > 0) return found;
  }
  if (run.parts.length > 1) return [];
  const [pieces = []] = run.parts;
  const several = severalOf(pieces, formats);
  return several.length > 0 ? several : lettersOn(pieces, formats);
}

/** "it ends in four five, so O R D one two three four five": the number begins with its letters. */
function lettersOn(pieces: readonly Piece[], formats: readonly NumberFormat[]): Reading[] {
  const isLetters = (piece: Piece | undefined) => /^[A-Z]+$/.test(piece?.characters ?? '');
  const start = pieces.findIndex((piece, at) => at > 0 && isLetters(piece) && !isLetters(pieces[at - 1]));
  return start === -1 ? [] : matches(pieces.slice(start), formats).filter(({ isWhole }) => isWhole);
}

/** "12345 or six": the end may be another one. */
export function otherEndings(before: Run | undefined, run: Run, formats: readonly NumberFormat[]): Reading[] {
  const said = singles(before?.parts.flat() ?? []);
  const ending = singles(run.parts.flat());
  return matches([...said.slice(0, -ending.length), ...ending], formats);
}

/** Two numbers said one after the other, each after an "and", with its letters or in one piece: "12345, 54321". */
function severalOf(pieces: readonly Piece[], formats: readonly NumberFormat[]): Reading[] {
  const isLetters = (at: number) => /^[A-Z]+$/.test(pieces[at]?.characters ?? '');
  const places = [...pieces.keys()];
  const afterAnd = places.filter((at) => at === 0 || pieces[at]?.isAfterAnd === true);
  const afterDigits = places.filter((at) => at === 0 || !isLetters(at - 1));
  for (const starts of [afterAnd, afterDigits]) {
    const found = starts.map((from, index) => matches(pieces.slice(from, starts[index + 1]), formats));
    if (found.every((some) => some.length > 0)) return found.flat();
  }
  return [];
}

/** What the caller can have meant by corrections, the likeliest first; without one, what was said. */
function corrected(parts: readonly Piece[][], formats: readonly NumberFormat[]): Piece[][] {
  const [first = [], ...later] = parts;
  const isNumber = (pieces: readonly Piece[]) => matches(pieces, formats).length > 0;
  return later.reduce(
    (meant, part) =>
      meant.slice(0, mostWays).flatMap((before) => {
        const letters = before.filter(({ characters }) => /^[A-Z]+$/.test(characters));
        const said = singles(before);
        const again = [part, [...letters, ...part]];
        const ending = [
          [...said.slice(0, -singles(part).length), ...part],
          [...said.slice(0, -1), ...part],
        ];
        const ways = [...again, ...ending];
        return [...ways.filter(isNumber), ...ways.filter((way) => !isNumber(way))];
      }),
    [first],
  );
}

function singles(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => Array.from(piece.characters, (character) => ({ ...piece, characters: character })));
}

function matches(pieces: readonly Piece[], formats: readonly NumberFormat[]): Reading[] {
  for (const said of withoutWordsAround(pieces)) {
    const characters = said.map((piece) => piece.characters).join('');
    const found = formats.flatMap((format) => matchOne(characters, format));
    const whole = found.filter(({ isWhole }) => isWhole);
    if (found.length > 0) return whole.length > 0 ? whole : found;
  }
  return [];
}

function matchOne(characters: string, format: NumberFormat): Reading[] {
  const whole = fit(format.slots, characters);
  if (whole !== undefined) return [{ value: format.write(whole), isWhole: format.prefix !== '' }];
  // The letters are often left out, or their beginning is lost.
  for (let dropped = 1; dropped <= format.prefix.length; dropped++) {
    const rest = fit(format.slots.slice(dropped), characters);
    if (rest !== undefined) return [{ value: format.write(format.prefix.slice(0, dropped) + rest), isWhole: false }];
  }
  return [];
}

/** "are …" and "oh, …" before or after a number may be its letters, or words of the sentence. */
function withoutWordsAround(pieces: readonly Piece[]): Piece[][] {
  const leading = Math.max(
    pieces.findIndex(({ isWord }) => !isWord),
    0,
  );
  const trailing = pieces.length - 1 - pieces.findLastIndex(({ isWord }) => !isWord);
  const starts = Array.from({ length: leading + 1 }, (_, start) => start);
  const ends = Array.from({ length: trailing + 1 }, (_, dropped) => pieces.length - dropped);
  return starts.flatMap((start) => ends.map((end) => pieces.slice(start, end)));
}

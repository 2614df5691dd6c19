import type { Element } from './address-elements.ts';
import { isSpellingOf } from './spelling.ts';

/** So many letter names in a row are a spelling; fewer are words ("jay", "mike"). */
const spellingLength = 3;
/** More than a caller could choose from. */
const mostReadings = 8;

/** What the elements can be written as, the likeliest first; empty text when they say nothing. */
export function addressReadings(elements: readonly Element[]): string[] {
  const told = tellLetters(withoutSaidTwice(elements));
  return told.reduce<string[]>(
    (readings, element, at) => {
      const ways = waysOf(element, told[at - 1], told[at + 1]);
      return readings.flatMap((reading) => ways.map((way) => reading + way)).slice(0, mostReadings);
    },
    [''],
  );
}

type Told = Exclude<Element, { kind: 'letter-name' }>;

const isLetterLike = (element: Element | undefined) =>
  element?.kind === 'letter' || element?.kind === 'letter-name' || element?.kind === 'oh';

function tellLetters(elements: readonly Element[]): Told[] {
  return elements.map((element, at) => {
    if (element.kind !== 'letter-name') return element;
    const isBesideLetter = elements[at - 1]?.kind === 'letter' || elements[at + 1]?.kind === 'letter';
    const isSpelled = (isBesideLetter && !element.isNato) || stretch(elements, at) >= spellingLength;
    return isSpelled ? { kind: 'letter', text: element.letter } : { kind: 'word', text: element.text };
  });
}

/** How many letters are said in a row around this one. */
function stretch(elements: readonly Element[], at: number): number {
  let from = at;
  let to = at;
  while (isLetterLike(elements[from - 1])) from -= 1;
  while (isLetterLike(elements[to + 1])) to += 1;
  return to - from + 1;
}

/** "kate, k a t e" and "john smith, that's j o h n s m y t h": the spelling counts, once. */
function withoutSaidTwice(elements: readonly Element[]): readonly Element[] {
  for (let from = 1; from < elements.length; from++) {
    if (!isLetter(elements[from])) continue;
    for (let said = 0; said < from; said++) {
      const before = elements.slice(said, from);
      const isAnnounced = before.at(-1)?.kind === 'spelled';
      const isSaid = before.slice(0, 1).some(isWordLike) && !before.some(isLetter);
      if (!isSaid && !(isAnnounced && before.some(isWordLike))) continue;
      if (spellings(elements.slice(from)).some((spelled) => isSpellingOf(before.map(plainly).join(''), spelled)))
        return withoutSaidTwice([...elements.slice(0, said), ...elements.slice(from)]);
    }
  }
  return elements.slice(elements.findLastIndex(({ kind }) => kind === 'spelled') + 1);
}

const isLetter = (element: Element | undefined) => element?.kind === 'letter' || element?.kind === 'oh';
const isWordLike = ({ kind }: Element) => kind === 'word' || kind === 'letter-name';

/** What the letters from here on spell, the longest first: up to the next word. */
function spellings(elements: readonly Element[]): string[] {
  const end = elements.findIndex(isWordLike);
  const letters = elements.slice(0, end === -1 ? elements.length : end);
  return letters.map((_, at) =>
    letters
      .slice(0, letters.length - at)
      .map(plainly)
      .join(''),
  );
}

function plainly(element: Element): string {
  if (element.kind === 'spelled') return '';
  return element.kind === 'oh' ? 'o'.repeat(element.count) : element.text;
}

function waysOf(element: Told, before: Told | undefined, after: Told | undefined): string[] {
  if (element.kind !== 'oh') return [plainly(element)];
  const [letters, zeros] = ['o'.repeat(element.count), '0'.repeat(element.count)];
  const digitsAround = [before, after].filter((neighbour) => neighbour?.kind === 'digits').length;
  if (digitsAround === 0) return [letters];
  // "double o seven" may be either; between digits, or said "oh", it is zero.
  return digitsAround === 2 || element.said === 'oh' ? [zeros] : [letters, zeros];
}

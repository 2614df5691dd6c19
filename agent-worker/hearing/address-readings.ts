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
  const repeated = findRepeated(elements, isSame) ?? findRepeated(elements, isLike);
  if (repeated === undefined) return elements.slice(elements.findLastIndex(({ kind }) => kind === 'spelled') + 1);
  return withoutSaidTwice([...elements.slice(0, repeated.from), ...elements.slice(repeated.to)]);
}

const shortest = 2;
const isSame = (said: string, { text }: Spelling) => said.length >= shortest && said === text;

/** "mike, i, k, e" is one name of which the first letter is from the alphabet. */
const isLike = (said: string, { text, isWhole }: Spelling) =>
  isWhole && !said.endsWith(text) && isSpellingOf(said, text);

/** The elements that are spelled by those after them. */
function findRepeated(
  elements: readonly Element[],
  isSpelling: (said: string, spelled: Spelling) => boolean,
): { from: number; to: number } | undefined {
  for (const [to, first] of elements.entries()) {
    if (!isLetterLike(first)) continue;
    const spelled = spellings(elements.slice(to));
    for (const from of Array.from({ length: to }, (_, at) => at)) {
      const said = elements.slice(from, to);
      // "b r ay dee l e y": names of letters among letters.
      const isWithinLetters = isLetter(elements[from - 1]) && !said.some(({ kind }) => kind === 'word');
      if (isWithinLetters || !canBeSpelled(said)) continue;
      const text = said
        .map(plainly)
        .join('')
        .replace(/[^a-z0-9]/g, '');
      if (spelled.some((one) => isSpelling(text, one))) return { from, to };
    }
  }
  return undefined;
}

/** Words, or an announced mixture: "j smith, so j s m i t h". */
function canBeSpelled(said: readonly Element[]): boolean {
  const [first] = said;
  if (first === undefined || said.at(-1)?.kind === 'joint' || !said.some(isWordLike)) return false;
  return (isWordLike(first) && !said.some(isLetter)) || (said.at(-1)?.kind === 'spelled' && isLetterLike(first));
}

const isLetter = (element: Element | undefined) => element?.kind === 'letter' || element?.kind === 'oh';
const isWordLike = ({ kind }: Element) => kind === 'word' || kind === 'letter-name';

/** What letters spell, and whether no further letter follows. */
interface Spelling {
  text: string;
  isWhole: boolean;
}

/** What the letters from here on spell, the longest first: up to the next word. */
function spellings(elements: readonly Element[]): Spelling[] {
  const end = elements.findIndex(({ kind }) => kind === 'word' || kind === 'spelled');
  const letters = elements.slice(0, end === -1 ? elements.length : end);
  const texts = letters.map((element) => (element.kind === 'letter-name' ? element.letter : plainly(element)));
  return texts.map((_, at) => {
    const length = letters.length - at;
    const text = texts
      .slice(0, length)
      .join('')
      .replace(/[^a-z0-9]/g, '');
    return { text, isWhole: !isLetterLike(letters[length]) };
  });
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

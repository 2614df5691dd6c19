/** Digits said or written in one breath: "4242", "forty-two", "double five". */
export interface NumberGroup {
  digits: string;
  /** Where it stands in the text, as string indexes. */
  start: number;
  end: number;
}

const units = 'zero one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const wordDigits = new Map([
  ...units.map((word, value) => [word, String(value)] as const),
  ...teens.map((word, at) => [word, String(10 + at)] as const),
  ...tens.map((word, at) => [word, String(20 + 10 * at)] as const),
  ['oh', '0'],
  ['o', '0'],
  ['niner', '9'],
]);
/** What a recogniser writes for a digit; one only among digits. */
const homophones = new Map([
  ['to', '2'],
  ['too', '2'],
  ['for', '4'],
  ['ate', '8'],
  ['won', '1'],
]);
const repeats = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);
const fillers = new Set(['and', 'um', 'uh', 'er', 'erm', 'hmm', 'then', 'dash', 'hyphen', 'space', 'comma', 'like']);
const token = /\d+|[a-z]+|[^\s]/gi;

/** The runs of numbers in a text, each with its groups; anything but a pause, a dash or a filler ends a run. */
export function numberGroups(text: string): NumberGroup[][] {
  const tokens = [...text.matchAll(token)].map(({ 0: word, index }) => ({ word: word.toLowerCase(), start: index }));
  const runs: NumberGroup[][] = [[]];
  for (let at = 0; at < tokens.length;) {
    const run = runs.at(-1) ?? [];
    const read = readGroup(tokens, at, run.length > 0);
    if (read) {
      run.push(read.group);
      at = read.next;
      continue;
    }
    const { word = '' } = tokens[at] ?? {};
    if (!/^[-‐-―.,·]$/u.test(word) && !fillers.has(word) && run.length > 0) runs.push([]);
    at += 1;
  }
  return runs;
}

interface Placed {
  word: string;
  start: number;
}

function readGroup(
  tokens: readonly Placed[],
  at: number,
  isInRun: boolean,
): { group: NumberGroup; next: number } | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const times = repeats.get(first.word) ?? 1;
  const from = times > 1 ? at + 1 : at;
  const said = tokens[from];
  const digits = said && digitsOf(tokens, from, isInRun);
  if (!digits) return undefined;
  const hyphen = tokens[from + 1]?.word === '-' ? from + 2 : from + 1;
  const unit = units.indexOf(tokens[hyphen]?.word ?? '');
  const isTens = tens.includes(said.word) && unit > 0;
  const last = isTens ? hyphen : from;
  const end = tokens[last] ?? said;
  const value = isTens ? `${digits.charAt(0)}${unit}` : digits.repeat(times);
  return { group: { digits: value, start: first.start, end: end.start + end.word.length }, next: last + 1 };
}

/** A number with letters attached ("1Z999", "ABC123") is a code, and no part of a card number. */
function digitsOf(tokens: readonly Placed[], at: number, isInRun: boolean): string | undefined {
  const { word = '', start = 0 } = tokens[at] ?? {};
  const isAttached = (other: Placed | undefined, touches: boolean) =>
    touches && other !== undefined && /^[a-z0-9]/.test(other.word);
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const touchesBefore = before !== undefined && before.start + before.word.length === start;
  const touchesAfter = after?.start === start + word.length;
  if (isAttached(before, touchesBefore) || isAttached(after, touchesAfter)) return undefined;
  if (/^\d+$/.test(word)) return word;
  const homophone = isInRun && nextIsNumber(tokens, at + 1) ? homophones.get(word) : undefined;
  return wordDigits.get(word) ?? homophone;
}

function nextIsNumber(tokens: readonly Placed[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return wordDigits.has(word) || homophones.has(word) || /^\d+$/.test(word);
}

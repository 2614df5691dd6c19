import fc from 'fast-check';

/** What someone says, and what they mean by it. */
export interface Spoken {
  text: string;
  value: string;
}

const digitNames = 'zero one two three four five six seven eight nine'.split(' ');
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const letterNames: Record<string, readonly string[]> = {
  A: ['ay'], B: ['bee'], C: ['see', 'cee'], D: ['dee'], E: ['ee'], F: ['eff'], G: ['gee'], H: ['aitch'], I: ['eye'], J: ['jay'],
  K: ['kay'], L: ['el'], M: ['em'], N: ['en'], O: ['oh'], P: ['pee'], Q: ['queue'], R: ['are'], S: ['ess'], T: ['tea', 'tee'],
  U: ['you'], V: ['vee'], W: ['double u', 'double you', 'double-u'], X: ['ex'], Y: ['why'], Z: ['zee', 'zed'],
}; // prettier-ignore
const alphabet: Record<string, string> = {
  A: 'alpha', B: 'bravo', C: 'charlie', D: 'delta', E: 'echo', F: 'foxtrot', G: 'golf', H: 'hotel', I: 'india', J: 'juliet', K: 'kilo',
  L: 'lima', M: 'mike', N: 'november', O: 'oscar', P: 'papa', Q: 'quebec', R: 'romeo', S: 'sierra', T: 'tango', U: 'uniform',
  V: 'victor', W: 'whiskey', X: 'x-ray', Y: 'yankee', Z: 'zulu',
}; // prettier-ignore
const examples: Record<string, string> = {
  A: 'apple', B: 'boy', C: 'cat', D: 'dog', E: 'Edward', F: 'Frank', G: 'George', H: 'Henry', I: 'Ida', J: 'John', K: 'king', L: 'love',
  M: 'Mary', N: 'Nancy', O: 'orange', P: 'Peter', Q: 'queen', R: 'Robert', S: 'Sam', T: 'Tom', U: 'uncle', V: 'Victor', W: 'Walter',
  X: 'xylophone', Y: 'yellow', Z: 'zebra',
}; // prettier-ignore

/** A letter by itself, its name as a recogniser writes it, of the alphabet, or with an example. */
export const spokenLetter = (letter: string): fc.Arbitrary<string> => {
  const upper = letter.toUpperCase();
  const example = examples[upper] ?? '';
  return fc.constantFrom(
    upper, upper.toLowerCase(), ...(letterNames[upper] ?? []), alphabet[upper] ?? '', `${upper} as in ${example}`,
    `${upper} like ${example}`, `${upper} for ${example}`,
  ); // prettier-ignore
};

const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  ' um ',
  ', uh, ',
  ' then ',
  ' and then ',
  ' let me see ',
  ' hold on ',
);

/** Joins with something that people say between the parts. */
export const joined = (parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...parts), fc.array(between, { minLength: parts.length, maxLength: parts.length }))
    .map(([said, gaps]) => said.map((part, at) => (at === 0 ? part : (gaps[at] ?? ' ') + part)).join(''));

const spokenDigit = (digit: string) =>
  digit === '0'
    ? fc.constantFrom('zero', 'oh', 'O', 'nought', '0')
    : fc.constantFrom(digitNames[Number(digit)] ?? '', digit);

/** "double five", "triple oh", "five": runs of the same digit as one. */
const runs = (digits: string) =>
  joined(
    (digits.match(/(\d)\1{0,2}/g) ?? []).map((run) =>
      fc
        .constantFrom(...(run.startsWith('0') ? ['zero', 'oh'] : [digitNames[Number(run[0])] ?? '']))
        .map((name) => ['', name, `double ${name}`, `triple ${name}`][run.length] ?? ''),
    ),
  );

const belowHundred = (value: number) => {
  if (value < 20) return value < 10 ? (digitNames[value] ?? '') : (teens[value - 10] ?? '');
  return `${tens[Math.floor(value / 10)] ?? ''}${value % 10 === 0 ? '' : `-${digitNames[value % 10] ?? ''}`}`;
};
const pair = (digits: string) =>
  digits.length === 2 && digits !== '00' && !digits.startsWith('0')
    ? belowHundred(Number(digits))
    : Array.from(digits, (digit) => (digit === '0' ? 'oh' : (digitNames[Number(digit)] ?? ''))).join(' ');
/** "twelve thirty-four five"; after "twenty" a single digit would be its unit, so that a comma is heard. */
const pairs = (digits: string) => (digits.match(/\d\d?/g) ?? []).map(pair).join(', ');

const belowThousand = (value: number): string =>
  value < 100
    ? belowHundred(value)
    : `${digitNames[Math.floor(value / 100)] ?? ''} hundred${value % 100 === 0 ? '' : ` ${belowHundred(value % 100)}`}`;
const cardinal = (value: number): string => {
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000];
  const millions = Math.floor(thousands / 1000);
  const words = [
    millions === 0 ? '' : `${belowThousand(millions)} million`,
    thousands % 1000 === 0 ? '' : `${belowThousand(thousands % 1000)} thousand`,
    rest === 0 ? '' : belowThousand(rest),
  ];
  return words.filter((word) => word !== '').join(' ');
};

/** Digits in any of the ways they are said or written. */
export const spokenDigits = (digits: string): fc.Arbitrary<string> =>
  fc.oneof(
    joined(Array.from(digits, spokenDigit)),
    runs(digits),
    fc.constant(pairs(digits)),
    fc.constantFrom(
      digits,
      Array.from(digits).join(' '),
      Array.from(digits).join('-'),
      digits.replace(/(\d{3})(?=\d)/g, '$1 '),
    ),
    ...(digits.length > 3 && digits.length < 8 && !digits.startsWith('0')
      ? [fc.constant(cardinal(Number(digits)))]
      : []),
  );

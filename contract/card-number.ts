const replacement = '[card number removed]';
/** ISO/IEC 7812: the lengths that payment cards have, and the first digits of the networks that issue them. */
const shortest = 13;
const longest = 19;
const cardStart = /^(?:2[2-7]|[3-6])/;

const digitWords: Record<string, string> = {
  zero: '0', oh: '0', o: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8',
  nine: '9',
}; // prettier-ignore
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const repeats: Record<string, number> = { double: 2, triple: 3 };
/** Said or written between the groups of a number without ending it. */
const joints = new Set(['and', 'then', 'um', 'uh', 'er', 'dash', 'hyphen', 'space']);

interface Token {
  digits: string;
  start: number;
  end: number;
}

/**
 * A text in which every payment card number, written or spoken, is replaced. Sixteen-digit order or tracking numbers
 * that are no cards fail the check digit (ISO/IEC 7812-1, Luhn) or begin as no card does, and stay.
 */
export function withoutCardNumbers(text: string): string {
  let result = '';
  let copiedTo = 0;
  for (const { start, end } of runsOf(text).flatMap(cardsIn)) {
    result += text.slice(copiedTo, start) + replacement;
    copiedTo = end;
  }
  return result + text.slice(copiedTo);
}

/** Digits that follow each other with nothing but separators and fillers between them. */
function runsOf(text: string): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  let repeat = 1;
  let repeatStart: number | undefined;
  for (const { 0: found, index } of text.matchAll(/[a-z]+|\d+|[^\sa-z\d,.-]/gi)) {
    const word = found.toLowerCase();
    const digits = digitsOf(word);
    if (digits !== undefined) {
      const start = repeatStart ?? index;
      pushDigits(run, { digits: digits.repeat(repeat), start, end: index + found.length });
    } else if (!joints.has(word) && repeats[word] === undefined) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    repeat = repeats[word] ?? 1;
    repeatStart = repeats[word] === undefined ? undefined : index;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function digitsOf(word: string): string | undefined {
  if (/^\d+$/.test(word)) return word;
  const teen = teens.indexOf(word);
  if (teen >= 0) return String(teen + 10);
  const ten = tens.indexOf(word);
  return ten >= 0 ? String((ten + 2) * 10) : digitWords[word];
}

/** "forty two" is 42, not 402. */
function pushDigits(run: Token[], token: Token): void {
  const last = run.at(-1);
  const completesTens = last && /^[2-9]0$/.test(last.digits) && /^[1-9]$/.test(token.digits);
  if (completesTens)
    run.splice(-1, 1, { digits: `${last.digits.charAt(0)}${token.digits}`, start: last.start, end: token.end });
  else run.push(token);
}

/** The longest card at the beginning of a run, or at its end: an expiry date or a code may stand beside it. */
function cardsIn(run: Token[]): { start: number; end: number }[] {
  for (let length = run.length; length > 0; length--) {
    for (const tokens of [run.slice(0, length), run.slice(-length)]) {
      const [first, last] = [tokens.at(0), tokens.at(-1)];
      if (first && last && isCard(tokens.map(({ digits }) => digits).join('')))
        return [{ start: first.start, end: last.end }];
    }
  }
  return [];
}

function isCard(digits: string): boolean {
  return digits.length >= shortest && digits.length <= longest && cardStart.test(digits) && hasLuhnCheckDigit(digits);
}

function hasLuhnCheckDigit(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}

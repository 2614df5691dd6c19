const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1_000, 'thousand'],
  [100, 'hundred'],
] as const;
const ordinals: Record<string, string> = {
  one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth',
}; // prettier-ignore

/** 1126 → "one thousand one hundred twenty-six". Whole numbers from zero up; what has no name stays in digits. */
export function numberWords(value: number): string {
  if (!Number.isSafeInteger(value)) return String(value);
  if (value < 20) return units[value] ?? '';
  if (value < 100) {
    const ten = tens[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? ten : `${ten}-${units[value % 10] ?? ''}`;
  }
  const [size, name] = scales.find(([scale]) => value >= scale) ?? [100, 'hundred'];
  const rest = value % size;
  return `${numberWords(Math.floor(value / size))} ${name}${rest === 0 ? '' : ` ${numberWords(rest)}`}`;
}

/** 22 → "twenty-second" */
export function ordinalWords(value: number): string {
  const words = numberWords(value);
  const last = /[a-z]+$/.exec(words)?.[0] ?? '';
  const ordinal = ordinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, words.length - last.length) + ordinal;
}

/** "00107" → "zero-zero-one-zero-seven" */
export function digitWords(digits: string): string {
  return Array.from(digits, (digit) => units[Number(digit)] ?? '').join('-');
}

const longestNamed = 15;

/** "10.5" → "ten point five"; "1,126" → in full. */
export function decimalWords(written: string): string {
  const [whole = '0', fraction] = written.replaceAll(',', '').split('.');
  const words = whole.length > longestNamed ? digitWords(whole) : numberWords(Number(whole));
  return fraction === undefined ? words : `${words} point ${digitWords(fraction).replaceAll('-', ' ')}`;
}

/** 2027 → "twenty twenty-seven", 2005 → "two thousand five", 1905 → "nineteen oh five" */
export function yearWords(year: number): string {
  const [century, rest] = [Math.floor(year / 100), year % 100];
  if (century % 10 === 0 && rest < 10) return numberWords(year);
  if (rest === 0) return `${numberWords(century)} hundred`;
  return `${numberWords(century)} ${rest < 10 ? `oh ${numberWords(rest)}` : numberWords(rest)}`;
}

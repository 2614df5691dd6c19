/** A number with what it counts, as a sentence has it. A single number has the same `from` and `to`. */
export interface Quantity {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  /** As it is written, "5-7 business days". */
  readonly text: string;
  /** Where it stands in the sentence, as string indexes. */
  readonly start: number;
  readonly end: number;
}

/** `time` is a time of day in minutes after midnight. */
export type Unit = 'days' | 'business_days' | 'hours' | 'cents' | 'time';

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberWords = new Map([
  ...ones.map((word, index) => [word, index + 1] as const),
  ...tens.flatMap((ten, index) => [
    [ten, 20 + 10 * index] as const,
    ...ones.slice(0, 9).map((one, unit) => [`${ten}-${one}`, 21 + 10 * index + unit] as const),
  ]),
]);
const number = `\\d{1,4}|(?:${tens.join('|')})(?:-(?:${ones.slice(0, 9).join('|')}))?|${ones.join('|')}`;
const to = '\\s*(?:-|–|—|to|or|and)\\s*';
const span = new RegExp(
  `\\b(${number})(?:${to}(${number}))?(?:\\s*\\(\\d+\\))?[\\s-]*(calendar |business |working |week)?\\s*(days?|weeks?|hours?|hrs?)\\b`,
  'giu',
);
const bareSpan = new RegExp(`\\bwithin (${number})\\b(?!\\s*(?:[-–]|\\w))`, 'giu');
const amount =
  /(?:\$|USD\s?)\s?(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{2}))?(?!\d)|\b(\d{1,6})(?:\.(\d{2}))?\s?(?:dollars|USD)\b/giu;
const timeOfDay =
  /\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s?([ap])\.?\s?m\b\.?|\b([01]?\d|2[0-3]):([0-5]\d)\b|\b(noon)\b/giu;

/** What a sentence counts: days, hours, dollars and times of day, in figures or in words, in their order. */
export function quantitiesIn(sentence: string): Quantity[] {
  const spans = [...sentence.matchAll(span)].map(spanOf);
  // "30 days, electronics within 15": the unit was said before.
  const bare = [...sentence.matchAll(bareSpan)].flatMap((match) => {
    const before = spans.filter(({ end }) => end <= match.index).at(-1);
    const value = valueOf(match[1]);
    return before === undefined ? [] : [{ ...placed(match), unit: before.unit, from: value, to: value }];
  });
  const amounts = [...sentence.matchAll(amount)].map((match) => {
    const [dollars = '0', cents = '0'] = match[1] === undefined ? match.slice(3) : match.slice(1);
    const value = Number(dollars.replaceAll(',', '')) * 100 + Number(cents);
    return { ...placed(match), unit: 'cents' as const, from: value, to: value };
  });
  const times = [...sentence.matchAll(timeOfDay)].map((match) => {
    const value = minutesOf(match);
    return { ...placed(match), unit: 'time' as const, from: value, to: value };
  });
  return [...spans, ...bare, ...amounts, ...times].sort((one, other) => one.start - other.start);
}

function spanOf(match: RegExpExecArray): Quantity {
  const [, first, second, kind = '', unit = ''] = match;
  const from = valueOf(first);
  const factor = /^w/i.test(unit) ? 7 : 1;
  const isBusiness = /business|working|week/i.test(kind);
  const days = isBusiness ? 'business_days' : 'days';
  return {
    ...placed(match),
    unit: /^h/i.test(unit) ? 'hours' : days,
    from: from * factor,
    to: (second === undefined ? from : valueOf(second)) * factor,
  };
}

const valueOf = (text = '') => numberWords.get(text.toLowerCase()) ?? Number(text);

const placed = (match: RegExpExecArray) => ({
  text: match[0].trim(),
  start: match.index,
  end: match.index + match[0].length,
});

function minutesOf([, hour, minutes, half, hour24, minutes24]: RegExpExecArray): number {
  if (hour24 !== undefined) return Number(hour24) * 60 + Number(minutes24);
  if (hour === undefined) return 12 * 60;
  return ((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minutes ?? 0);
}

import { characterRuns } from './character-runs.ts';
import { type Heard, heardOf } from './heard.ts';
import { isPartOfNumber } from './incomplete-number.ts';
import { numberFormat } from './number-format.ts';
import { otherEndings, type Reading, readingsOf } from './order-number-readings.ts';
import { type NumberContext, numberContext } from './other-number.ts';
import { tokensOf } from './tokens-of.ts';

/** An e-mail or web address holds no order number. */
const typedAddress = /\S+@\S+|\bhttps?:\/\/\S+/g;
const typedDate = /\b(?:19|20)\d\d-[01]?\d-[0-3]?\d\b|\b[01]?\d\/[0-3]?\d(?:\/(?:\d\d){1,2})?\b/g;
/** "(512) 555-0142": without its brackets, ten digits in a row are one anyway. */
const typedPhone = /\(\d{3}\)\s*\d{3}[ .-]?\d{4}\b/g;
/** "12345 … no wait … 54321": the later one counts. */
const takesBack = /\b(no|wait|sorry|i mean|i meant|scratch that|actually|correction)\b/;
/** "orders 12345 and 54321": what is said of the first is said of the second. */
const linking = new Set(['and', 'or', ',', 'also', 'then', 'plus']);
/**
 * Hears an order number, spoken or typed, in one of the store's formats (`ORD-#####`, `#W#######`): letters and digits in
 * any of the ways people say them, corrections in mid-utterance included. Zip codes, phone numbers, prices and other
 * numbers are not taken for one.
 */
export function hearOrderNumber(text: string, formats: readonly string[]): Heard {
  const tokens = tokensOf(
    [typedAddress, typedDate, typedPhone].reduce((rest, other) => rest.replace(other, ' . '), text),
  );
  const known = formats.map(numberFormat);
  const letters = new Set(known.flatMap(({ slots }) => slots.match(/[A-Z]+/g) ?? []));
  const runs = characterRuns(tokens, letters);
  let found: Found[] = [];
  let isIncomplete = false;
  let lastContext: NumberContext = 'unknown';
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const wordsBetween = tokens.slice(before?.to ?? 0, run.from).map(({ text: word }) => word);
    const isSameClause = before !== undefined && wordsBetween.every((word) => linking.has(word));
    const own = numberContext(tokens, run);
    const context: NumberContext = own === 'unknown' && isSameClause ? lastContext : own;
    lastContext = context;
    const readings = readingsOf(run, known)
      .filter(({ isWhole }) => isWhole || context !== 'other')
      .slice(wordsBetween.at(-1) === 'not' ? 1 : 0);
    if (takesBack.test(wordsBetween.join(' '))) found = [];
    if (readings.length === 0 && wordsBetween.join(' ') === 'or') readings.push(...otherEndings(before, run, known));
    found.push(...readings.map((reading) => ({ ...reading, context })));
    if (readings.length === 0) isIncomplete ||= isPartOfNumber(tokens, run, { known, context });
  }
  return heardOf(surest(found), isIncomplete ? 'incomplete' : 'none');
}

type Found = Reading & { context: NumberContext };

/** A number said with its letters is surer than one called "order", and that one surer than bare digits. */
function surest(found: readonly Found[]): string[] {
  const whole = found.filter(({ isWhole }) => isWhole);
  const called = found.filter(({ context }) => context === 'order');
  const best = [whole, called].find(({ length }) => length > 0) ?? found;
  return best.map(({ value }) => value);
}

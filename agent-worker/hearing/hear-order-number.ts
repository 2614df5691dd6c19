import { characterRuns, type Run } from './character-runs.ts';
import { type Heard, heardOf } from './heard.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { otherEndings, type Reading, readingsOf } from './order-number-readings.ts';
import { type NumberContext, numberContext } from './other-number.ts';
import { type Token, tokensOf } from './tokens-of.ts';

/** An e-mail or web address holds no order number. */
const typedAddress = /\S+@\S+|\bhttps?:\/\/\S+/g;
const typedDate = /\b(?:19|20)\d\d-[01]?\d-[0-3]?\d\b|\b[01]?\d\/[0-3]?\d(?:\/(?:\d\d){1,2})?\b/g;
/** "(512) 555-0142": without its brackets, ten digits in a row are one anyway. */
const typedPhone = /\(\d{3}\)\s*\d{3}[ .-]?\d{4}\b/g;
/** A bare run of digits as long as a phone number or longer is no order number. */
const phoneLength = 10;
/** "12345 … no wait … 54321": the later one counts. */
const takesBack = /\b(no|wait|sorry|i mean|i meant|scratch that|actually|correction)\b/;
/** "orders 12345 and 54321": what is said of the first is said of the second. */
const linking = new Set(['and', 'or', ',', 'also', 'then', 'plus']);
/** Words around a number that say nothing: with only these, the number is the answer. */
const leads = new Set(
  (
    "it it's its is the my a that's that this here i have number order yes yeah yep sure ok okay well so um uh er hi " +
    'hello please thanks thank you think would be and are starts begins with ends in says reads numbers digits . , ! : ? #'
  ).split(' '),
);

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
    if (readings.length === 0) isIncomplete ||= isPartOfOne(tokens, run, { known, context });
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

function isPartOfOne(
  tokens: readonly Token[],
  run: Run,
  { known, context }: { known: readonly NumberFormat[]; context: NumberContext },
): boolean {
  if (context === 'other') return false;
  const pieces = run.parts.flat();
  const characters = pieces.map((piece) => piece.characters).join('');
  const prefixes = known.map(({ prefix }) => prefix).filter((prefix) => prefix !== '' && characters.startsWith(prefix));
  const rest = characters.slice(Math.max(0, ...prefixes.map(({ length }) => length)));
  if (!/^[0-9O]*$/.test(rest)) return false;
  const isSpelled = prefixes.some(({ length }) => length > 1) && pieces.some(({ isWord }) => !isWord);
  if (isSpelled || ((run.hasHash || prefixes.length > 0) && /\d/.test(rest))) return true;
  if (!/\d/.test(rest)) return false;
  if (context === 'order') return rest.length > 2;
  if (rest.length < 2) return false;
  const others = tokens.filter((_, at) => at < run.from || at >= run.to);
  return rest.length < phoneLength && others.every(({ text }) => leads.has(text));
}

import type { Run } from './character-runs.ts';
import type { NumberFormat } from './number-format.ts';
import type { NumberContext } from './other-number.ts';
import type { Token } from './tokens-of.ts';

/** A bare run of digits as long as a phone number or longer is no order number. */
const phoneLength = 10;
/** Words around a number that say nothing: with only these, the number is the answer. */
const leads = new Set(
  (
    "it it's its is the my a that's that this here i have number order yes yeah yep sure ok okay well so um uh er hi " +
    'hello please thanks thank you think would be and are starts begins with ends in says reads numbers digits . , ! : ? #'
  ).split(' '),
);

/** Whether a run that is no order number is the beginning, or a part, of one: worth asking for the rest. */
export function isPartOfNumber(
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

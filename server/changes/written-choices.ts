import type { OrderLine, Variant } from '../orders/order.ts';
import { joined } from '../orders/parcel-facts.ts';

/** More would be no help by ear. */
const mostTold = 6;

/**
 * "L, XL and White": each variant by what it differs in from what was bought; undefined for none. Those that differ in one
 * thing alone, if there are any: who wants another size and another colour says so.
 */
export function writtenChoices(choices: readonly Variant[], line: OrderLine): string | undefined {
  const differences = choices.map((choice) => differencesFrom(line, choice));
  const fewest = Math.min(...differences.map((values) => values.length));
  const told = differences.filter((values) => values.length === fewest).map((values) => values.join(' '));
  return told.length === 0 ? undefined : joined([...new Set(told)].slice(0, mostTold));
}

const differencesFrom = ({ variant }: OrderLine, { options }: Variant): string[] =>
  Object.entries(options)
    .filter(([axis, value]) => value.toLowerCase() !== variant?.[axis]?.toLowerCase())
    .map(([, value]) => value);

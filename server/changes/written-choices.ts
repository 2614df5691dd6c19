import type { OrderLine, Variant } from '../orders/order.ts';
import { joined } from '../orders/parcel-facts.ts';

/** More would be no help by ear. */
const mostTold = 6;

/** "L, XL and White": each variant by what it differs in from what was bought; undefined for none. */
export function writtenChoices(choices: readonly Variant[], { variant }: OrderLine): string | undefined {
  const told = choices.map(({ options }) =>
    Object.entries(options)
      .filter(([axis, value]) => value.toLowerCase() !== variant?.[axis]?.toLowerCase())
      .map(([, value]) => value)
      .join(' '),
  );
  return told.length === 0 ? undefined : joined([...new Set(told)].slice(0, mostTold));
}

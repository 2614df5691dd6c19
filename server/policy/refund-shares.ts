/** What is read of an order to share its money over its units. */
interface SharedOrder {
  readonly discountCents: number;
  readonly shippingCents: number;
  readonly lines: readonly { readonly line: number; readonly quantity: number; readonly unitPriceCents: number }[];
}

interface UnitShare {
  /** What was paid for the unit itself: its price without its share of the order's discount. */
  readonly priceCents: number;
  readonly shippingCents: number;
}

/**
 * What each unit of an order was paid with, to the cent: the discount and the shipping are shared in proportion to the
 * prices by largest remainder. Made of what was fixed when the order was placed, so it is the same whenever it is asked,
 * and all shares together are exactly what was paid.
 */
export function unitShares({ lines, discountCents, shippingCents }: SharedOrder): ReadonlyMap<number, UnitShare[]> {
  const prices = lines.flatMap(({ quantity, unitPriceCents }) => Array<number>(quantity).fill(unitPriceCents));
  const discounts = shareOut(discountCents, prices);
  const shipping = shareOut(shippingCents, prices);
  let next = 0;
  return new Map(
    lines.map(({ line, quantity, unitPriceCents }) => [
      line,
      Array.from({ length: quantity }, () => {
        const unit = next++;
        return { priceCents: unitPriceCents - (discounts[unit] ?? 0), shippingCents: shipping[unit] ?? 0 };
      }),
    ]),
  );
}

/** Whole cents in proportion to the weights, which sum to exactly `cents`; ties go to the earlier. */
function shareOut(cents: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Nothing to go by, as in an order of free items: each the same.
  if (total === 0)
    return weights.length === 0 || cents === 0
      ? weights.map(() => 0)
      : shareOut(
          cents,
          weights.map(() => 1),
        );
  const exact = weights.map((weight) => (cents * weight) / total);
  const shares = exact.map(Math.floor);
  const left = cents - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact.map((share, index) => ({ index, remainder: share - Math.floor(share) }));
  byRemainder.sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

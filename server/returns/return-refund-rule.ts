import type { Units } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import { refundOf, refundOfAmount, type Refund } from '../policy/refund.ts';

/** One refund of the price of units and of what replacements cost less; undefined when there is nothing to refund. */
export function combinedRefund(
  order: Order,
  { units, extraCents }: { units: readonly Units[]; extraCents: number },
): Refund | undefined {
  if (units.length === 0 && extraCents === 0) return undefined;
  return refundOfAmount(order, refundOf(order, units).amount_cents + extraCents, { lines: units });
}

/** How many units of a line have not been refunded: what was refunded as a claim is not refunded again as a return. */
export function refundableUnits({ lines }: Order, line: number): number {
  const of = lines.find((candidate) => candidate.line === line);
  return of === undefined ? 0 : of.quantity - of.counts.refunded;
}

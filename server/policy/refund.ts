import type { EffectOf, RefundPart, Units } from '@orderline/contract/store-change.ts';
import type { Order, Payment } from '../orders/order.ts';
import { unitShares } from './refund-shares.ts';

/** Money that goes back: an effect of its own, and the part of the consequences that tells of it. */
export type Refund = EffectOf<'refund'>;

/** Which of what was paid for shipping goes back with the units: nothing, each unit's share, or all of it. */
export type ShippingRefund = 'none' | 'share' | 'whole';

/**
 * The refund of units of an order, to the cent: of each line the next units that have not been refunded, each with what
 * was paid for it. It goes back the way it came (seed, "original payment method"): to cards first, to gift cards last,
 * never more to one than was captured by it.
 */
export function refundOf(order: Order, lines: readonly Units[], shipping: ShippingRefund = 'none'): Refund {
  const shares = unitShares(order);
  const refunded = lines.flatMap(({ line, quantity }) => {
    const already = order.lines.find((of) => of.line === line)?.counts.refunded ?? 0;
    return (shares.get(line) ?? []).slice(already, already + quantity);
  });
  const priceCents = sum(refunded.map((unit) => unit.priceCents));
  const shippingCents = shippingOf(shipping, { order, shares: refunded.map((unit) => unit.shippingCents) });
  return refundOfAmount(order, priceCents + shippingCents, { lines, shippingCents });
}

/** An amount that is not the price of units, such as what an exchange is cheaper. */
export function refundOfAmount(
  order: Order,
  amountCents: number,
  { lines = [], shippingCents = 0 }: { lines?: readonly Units[]; shippingCents?: number } = {},
): Refund {
  const parts = partsOf(order.payments, amountCents);
  return {
    effect: 'refund',
    amount_cents: sum(parts.map((part) => part.amount_cents)),
    parts,
    lines: [...lines],
    shipping_cents: shippingCents,
  };
}

function shippingOf(kind: ShippingRefund, { order, shares }: { order: Order; shares: readonly number[] }): number {
  switch (kind) {
    case 'none':
      return 0;
    case 'share':
      return sum(shares);
    case 'whole':
      return order.shippingCents;
  }
}

const lastPaidBack: Record<Payment['kind'], number> = { card: 0, paypal: 1, other: 2, gift_card: 3 };

function partsOf(payments: readonly Payment[], amountCents: number): RefundPart[] {
  let left = amountCents;
  return [...payments]
    .sort((one, other) => lastPaidBack[one.kind] - lastPaidBack[other.kind] || one.payment - other.payment)
    .flatMap(({ payment, method, capturedCents = Infinity, refundedCents }) => {
      const amount_cents = Math.min(left, capturedCents - refundedCents);
      left -= amount_cents;
      return amount_cents > 0 ? [{ payment, method, amount_cents }] : [];
    });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

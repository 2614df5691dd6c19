import type { OrderIssue } from './order-issues.ts';
import type { FileOrder } from './order-schema.ts';

export interface OrderMoney {
  readonly unitPriceCents: readonly number[];
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly shippingCents: number;
  readonly totalCents: number;
}

/** The order's amounts, exact to the cent: what the file sums up must be what its items, discount and shipping make. */
export function orderMoney(order: FileOrder): { money: OrderMoney; issues: OrderIssue[] } {
  const issues: OrderIssue[] = [];
  const amount = (field: string, given: number | undefined, givenCents: number | undefined): number | undefined => {
    if (given !== undefined && givenCents !== undefined && given !== givenCents) {
      issues.push({ field, problem: `differs from ${field}_cents` });
    }
    return givenCents ?? given;
  };
  const unitPriceCents = order.items.map((item, index) => {
    const price = amount(`items[${index}].price`, item.price, item.price_cents);
    if (price === undefined) {
      issues.push({
        field: `items[${index}].price`,
        problem: 'is missing: expected dollars like 29.99, or price_cents',
      });
    }
    return price ?? 0;
  });
  const subtotalCents = order.items.reduce(
    (sum, { quantity }, index) => sum + (unitPriceCents[index] ?? 0) * quantity,
    0,
  );
  const discountCents = amount('discount', order.discount, order.discount_cents) ?? 0;
  const shippingCents = amount('shipping', order.shipping, order.shipping_cents) ?? 0;
  const totalCents = subtotalCents - discountCents + shippingCents;
  const subtotal = amount('subtotal', order.subtotal, order.subtotal_cents);
  const total = amount('total', order.total, order.total_cents);
  if (issues.length === 0) {
    if (subtotal !== undefined && subtotal !== subtotalCents) {
      issues.push({ field: 'subtotal', problem: `its items make ${written(subtotalCents)}` });
    }
    if (discountCents > subtotalCents) issues.push({ field: 'discount', problem: 'is more than the items cost' });
    if (total !== undefined && total !== totalCents) {
      issues.push({
        field: 'total',
        problem: `items, discount and shipping make ${written(totalCents)} (tax has no field: count it into the prices)`,
      });
    }
    if (totalCents > mostCents) issues.push({ field: 'total', problem: 'is more than can be kept' });
  }
  return { money: { unitPriceCents, subtotalCents, discountCents, shippingCents, totalCents }, issues };
}

/** PostgreSQL's integer ends a little above. */
const mostCents = 2_000_000_000;

const written = (cents: number) => (cents / 100).toFixed(2);

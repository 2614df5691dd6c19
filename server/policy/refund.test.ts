import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noCounts, seedOrder, seedPayment } from '../../test/support/seed-order.ts';
import type { Order } from '../orders/order.ts';
import { unitShares } from './refund-shares.ts';
import { refundOf } from './refund.ts';

const withDiscount: Order = { ...seedOrder, discountCents: 1000, totalCents: 9997 };

/** The order after units of a line have been refunded. */
const refundedUnits = (order: Order, line: number, quantity: number): Order => ({
  ...order,
  lines: order.lines.map((of) =>
    of.line === line ? { ...of, counts: { ...of.counts, refunded: of.counts.refunded + quantity } } : of,
  ),
});

describe("the seed's basket with ten dollars off the order, returned one unit at a time", () => {
  test.each([[[1, 1, 2]], [[1, 2, 1]], [[2, 1, 1]]])(
    'in the order of lines %j gives 27.26, 27.26 and 45.45',
    (lines) => {
      let order = withDiscount;
      const amounts = lines.map((line) => {
        const { amount_cents } = refundOf(order, [{ line, quantity: 1 }]);
        order = refundedUnits(order, line, 1);
        return { line, amount_cents };
      });
      for (const { line, amount_cents } of amounts) expect(amount_cents).toBe(line === 1 ? 2726 : 4545);
    },
  );
});

test('goes back to the card first, then to the gift card, never more than each captured', () => {
  const order: Order = {
    ...seedOrder,
    payments: [
      { ...seedPayment, payment: 1, kind: 'gift_card', method: 'gift card', capturedCents: 4000 },
      { ...seedPayment, payment: 2, capturedCents: 6997 },
    ],
  };
  expect(
    refundOf(order, [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 1 },
    ]).parts,
  ).toEqual([
    { payment: 2, method: 'Visa ending in 4242', amount_cents: 6997 },
    { payment: 1, method: 'gift card', amount_cents: 4000 },
  ]);
});

test('the shares of all units are exactly what was paid, whatever the prices', () => {
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 5 }), unitPriceCents: fc.nat(20_000) });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(5000),
      (basket, off, shippingCents) => {
        const lines = basket.map((of, index) => ({ ...of, line: index + 1 }));
        const subtotal = lines.reduce((sum, of) => sum + of.quantity * of.unitPriceCents, 0);
        const discountCents = Math.floor(subtotal * off);
        const units = [...unitShares({ lines, discountCents, shippingCents }).values()].flat();
        expect(units.reduce((sum, unit) => sum + unit.priceCents, 0)).toBe(subtotal - discountCents);
        expect(units.reduce((sum, unit) => sum + unit.shippingCents, 0)).toBe(shippingCents);
        expect(Math.min(...units.map((unit) => unit.priceCents))).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('a line whose units came at one price differs by a cent at most between them', () => {
  const order: Order = {
    ...seedOrder,
    discountCents: 100,
    lines: [
      {
        line: 1,
        name: 'Candle',
        quantity: 3,
        unitPriceCents: 1800,
        sku: 'C',
        kind: 'general',
        variant: {},
        isFinalSale: false,
        isPersonalised: false,
        counts: noCounts,
      },
    ],
  };
  expect(
    unitShares(order)
      .get(1)
      ?.map((unit) => unit.priceCents),
  ).toEqual([1766, 1767, 1767]);
});

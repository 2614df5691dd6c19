import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveredOrder, seedReturn, seedReturnLine, withCounts } from '../../test/support/seed-return.ts';
import type { Order } from '../orders/order.ts';
import { releaseHeld } from './held-units-rule.ts';
import { judgeReceipt, type ReceiptFacts } from './receipt-rule.ts';
import type { ReturnLine, ReturnRecord } from './return-record.ts';

const order = withCounts(deliveredOrder('2026-03-01'), 1, { returnRequested: 2 });
const twoTees: ReturnRecord = { ...seedReturn, lines: [{ ...seedReturnLine, quantity: 2 }] };
const toL: ReturnLine = {
  ...seedReturnLine,
  quantity: 2,
  exchangeSku: 'TEE-NVY-L',
  exchangeName: 'Classic Tee - Navy, Size L',
  reserved: 2,
  cheaperByCents: 500,
};
const exchange: ReturnRecord = { ...twoTees, kind: 'exchange', lines: [toL] };

const judge = (facts: Partial<ReceiptFacts>) =>
  judgeReceipt({
    record: twoTees,
    order,
    found: [{ line: 1, quantity: 1, condition: 'good' }],
    free: new Map(),
    available: new Map(),
    cameOn: '2026-03-14',
    ...facts,
  });

describe('what came good', () => {
  test('is restocked, and its price goes back', () => {
    expect(judge({})).toMatchObject({
      verdict: 'taken',
      isLate: false,
      effects: [
        { effect: 'receive_return', line: 1, quantity: 1, restock: true },
        { effect: 'refund', amount_cents: 2999, lines: [{ line: 1, quantity: 1 }] },
      ],
    });
  });

  test('but was refunded as a claim already is not refunded twice', () => {
    const claimed = withCounts(order, 1, { claimed: 2, refunded: 2 });
    expect(judge({ order: claimed })).toMatchObject({ verdict: 'taken', refund: undefined });
  });

  test('of an exchange sends what was set aside, with the difference in price', () => {
    const found = [{ line: 1, quantity: 2, condition: 'good' as const }];
    expect(judge({ record: exchange, found })).toMatchObject({
      effects: [
        { effect: 'receive_return', quantity: 2, restock: true },
        { effect: 'send_units', sku: 'TEE-NVY-L', quantity: 2, is_reserved: true },
        { effect: 'refund', amount_cents: 1000, lines: [] },
      ],
    });
  });

  test('after an exchange has expired sends what is left, and refunds the rest', () => {
    const expired: ReturnRecord = { ...exchange, state: 'expired', lines: [{ ...toL, reserved: 0 }] };
    const found = [{ line: 1, quantity: 2, condition: 'good' as const }];
    const judged = judge({ record: expired, found, free: new Map([[1, 2]]), available: new Map([['TEE-NVY-L', 1]]) });
    expect(judged).toMatchObject({
      effects: [
        { effect: 'request_return', quantity: 2 },
        { effect: 'receive_return', quantity: 2 },
        { effect: 'send_units', quantity: 1, is_reserved: false },
        { effect: 'refund', amount_cents: 3499, lines: [{ line: 1, quantity: 1 }] },
      ],
    });
  });
});

test('what comes after its last day is late, on that day it is not', () => {
  expect(judge({ cameOn: '2026-03-17' })).toMatchObject({ isLate: false });
  expect(judge({ cameOn: '2026-03-18' })).toMatchObject({ isLate: true });
});

test('an expired return takes only units that are free', () => {
  const expired: ReturnRecord = { ...twoTees, state: 'expired' };
  expect(judge({ record: expired, free: new Map([[1, 0]]) })).toEqual({
    verdict: 'refused',
    reason: 'quantity_unavailable',
  });
});

describe('what is held', () => {
  const held: ReturnRecord = { ...exchange, lines: [{ ...toL, received: 2, held: 2 }] };

  test('is replaced from what was set aside, or refunded while that is free again', () => {
    expect(releaseHeld(held, order, 'replace')?.effects).toMatchObject([
      { effect: 'send_units', quantity: 2, is_reserved: true },
      { effect: 'refund', amount_cents: 1000 },
    ]);
    expect(releaseHeld(held, order, 'refund')?.effects).toMatchObject([
      { effect: 'release_stock', quantity: 2 },
      { effect: 'refund', amount_cents: 5998, lines: [{ line: 1, quantity: 2 }] },
    ]);
    expect(releaseHeld(held, order, 'reject')?.effects).toEqual([
      { effect: 'release_stock', sku: 'TEE-NVY-L', quantity: 2 },
    ]);
  });

  test('keeps its replacement when the other unit comes good', () => {
    const half: ReturnRecord = { ...exchange, lines: [{ ...toL, received: 1, held: 1 }] };
    expect(judge({ record: half })).toMatchObject({ lines: [{ sentReserved: 1, refunded: 0 }] });
    expect(judge({ record: { ...half, lines: [{ ...toL, received: 1, held: 1, reserved: 1 }] } })).toMatchObject({
      lines: [{ sentReserved: 0, refunded: 1 }],
    });
  });

  test('is nothing without damage, and a return cannot be replaced', () => {
    expect(releaseHeld(twoTees, order, 'refund')).toBeUndefined();
    const damaged = { ...twoTees, lines: [{ ...seedReturnLine, received: 1, held: 1 }] };
    expect(releaseHeld(damaged, order, 'replace')).toBeUndefined();
  });
});

test('in whatever parcels it comes, no unit is taken or refunded twice, and never more than was paid', () => {
  const found = fc.record({
    line: fc.constantFrom(1, 2),
    quantity: fc.integer({ min: 1, max: 3 }),
    condition: fc.constantFrom('good' as const, 'damaged' as const),
  });
  const parcels = fc.array(fc.array(found, { minLength: 1, maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(parcels, fc.nat(4000), (boxes, discountCents) => {
      let now: Order = { ...withCounts(order, 2, { returnRequested: 1 }), discountCents };
      let record: ReturnRecord = { ...twoTees, lines: [...twoTees.lines, { ...seedReturnLine, line: 2 }] };
      let paidBack = 0;
      for (const box of boxes) {
        const receipt = judge({ order: now, record, found: box });
        if (receipt.verdict === 'refused') continue;
        paidBack += receipt.refund?.amount_cents ?? 0;
        const of = (line: number) => receipt.lines.find((each) => each.line === line);
        now = {
          ...now,
          lines: now.lines.map((line) => ({
            ...line,
            counts: { ...line.counts, refunded: line.counts.refunded + (of(line.line)?.refunded ?? 0) },
          })),
        };
        record = {
          ...record,
          lines: record.lines.map((line) => {
            const { good = 0, damaged = 0 } = of(line.line) ?? {};
            return { ...line, received: line.received + good + damaged, held: line.held + damaged };
          }),
        };
      }
      for (const line of record.lines) expect(line.received).toBeLessThanOrEqual(line.quantity);
      const rest = releaseHeld(record, now, 'refund');
      paidBack += rest?.refund?.amount_cents ?? 0;
      expect(paidBack).toBeLessThanOrEqual(order.subtotalCents - discountCents);
      if (record.lines.every((line) => line.received === line.quantity)) {
        expect(paidBack).toBe(order.subtotalCents - discountCents);
      }
    }),
  );
});

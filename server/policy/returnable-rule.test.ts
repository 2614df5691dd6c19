import { describe, expect, test } from 'vitest';
import { demoStoreProfile, seedParcel } from '../../test/support/seed-order.ts';
import { deliveredOrder, seedReturn, seedReturnLine, withCounts } from '../../test/support/seed-return.ts';
import type { Order } from '../orders/order.ts';
import { returnable, type ReturnFacts } from './returnable-rule.ts';

const profile = demoStoreProfile();
const factsOf = (order: Order, facts: Partial<ReturnFacts> = {}): ReturnFacts => ({
  order,
  profile,
  now: new Date('2026-03-12T15:00:00Z'),
  returns: [],
  waived: new Set(),
  ...facts,
});
const delivered = deliveredOrder('2026-03-01');
const twoTees = { line: 1, quantity: 2 };
const oneTee = { line: 1, quantity: 1 };

/** The two tees in two parcels: one came in February, the other in March. */
const inTwoParcels: Order = {
  ...delivered,
  parcels: [
    { ...seedParcel, parcel: 1, status: 'delivered', deliveredAt: '2026-03-09', lines: [{ line: 1, quantity: 1 }] },
    {
      ...seedParcel,
      parcel: 2,
      status: 'delivered',
      deliveredAt: '2026-02-01',
      lines: [
        { line: 1, quantity: 1 },
        { line: 2, quantity: 1 },
      ],
    },
  ],
};

describe('the window', () => {
  test('counts in the days of the store, up to the last minute of the last one', () => {
    const order = deliveredOrder(new Date('2026-03-01T15:00:00Z'));
    const on = (now: string) => returnable(oneTee, factsOf(order, { now: new Date(now) })).verdict;
    expect(on('2026-03-31T23:59:00-04:00')).toBe('returnable');
    expect(on('2026-04-01T00:00:00-04:00')).toBe('not_returnable');
  });

  test('counts from the day it was delivered in the store, however late in the evening', () => {
    const order = deliveredOrder(new Date('2026-03-01T23:30:00-05:00'));
    expect(returnable(oneTee, factsOf(order))).toHaveProperty('units', [{ quantity: 2, until: '2026-03-31' }]);
  });

  test('is each parcel’s own: of two units, one may still be returned', () => {
    const facts = factsOf(inTwoParcels);
    expect(returnable(oneTee, facts)).toHaveProperty('units', [{ quantity: 1, until: '2026-04-08' }]);
    expect(returnable(oneTee, facts)).toMatchObject({ verdict: 'returnable' });
    expect(returnable(twoTees, facts)).toMatchObject({ reason: 'quantity_unavailable', left: 1 });
    expect(returnable({ line: 2, quantity: 1 }, facts)).toMatchObject({
      reason: 'window_passed',
      window: { days: 30 },
    });
  });

  test('of units that came in different parcels, the first delivered has been returned first', () => {
    const facts = factsOf(withCounts(inTwoParcels, 1, { returned: 1, refunded: 1 }));
    expect(returnable(oneTee, facts)).toHaveProperty('units', [{ quantity: 1, until: '2026-04-08' }]);
  });

  test('is set aside by a waiver, but not what may never be returned', () => {
    const waived = new Set(['window']);
    expect(returnable(twoTees, factsOf(inTwoParcels, { waived })).verdict).toBe('returnable');
    const finalSale = { ...delivered, lines: delivered.lines.map((line) => ({ ...line, isFinalSale: true })) };
    expect(returnable(oneTee, factsOf(finalSale, { waived }))).toMatchObject({ reason: 'final_sale' });
  });
});

describe('units', () => {
  test('on an open RMA are free again once it is cancelled or has expired', () => {
    const requested = withCounts(delivered, 2, { returnRequested: 1 });
    const open = { ...seedReturn, lines: [{ ...seedReturnLine, line: 2 }] };
    const jogger = { line: 2, quantity: 1 };
    expect(returnable(jogger, factsOf(requested, { returns: [open] }))).toMatchObject({
      reason: 'already_open',
      open: { rma: 'RMA-100001' },
    });
    for (const state of ['cancelled', 'expired'] as const) {
      expect(returnable(jogger, factsOf(delivered, { returns: [{ ...open, state }] })).verdict).toBe('returnable');
    }
  });

  test('on an open RMA count also where the store does not know of it', () => {
    const open = { ...seedReturn, lines: [{ ...seedReturnLine, quantity: 2 }] };
    expect(returnable(oneTee, factsOf(delivered, { returns: [open] }))).toMatchObject({ reason: 'already_open' });
  });

  test('beside those on an open RMA may be returned', () => {
    const facts = factsOf(withCounts(delivered, 1, { returnRequested: 1 }), { returns: [seedReturn] });
    expect(returnable(oneTee, facts).verdict).toBe('returnable');
    expect(returnable(twoTees, facts)).toMatchObject({
      reason: 'quantity_unavailable',
      left: 1,
      open: { rma: 'RMA-100001' },
    });
  });

  test('that were refunded without coming back cannot come back for a refund', () => {
    const claimed = withCounts(delivered, 1, { claimed: 1, refunded: 1 });
    expect(returnable(twoTees, factsOf(claimed))).toMatchObject({ reason: 'quantity_unavailable', left: 1 });
    const both = withCounts(delivered, 1, { claimed: 2, refunded: 2 });
    expect(returnable(oneTee, factsOf(both))).toMatchObject({ reason: 'already_claimed' });
  });

  test('that came back are counted once, refunded, held or rejected', () => {
    const line = { ...seedReturnLine, received: 1 };
    for (const [refunded, of] of [
      [1, { ...line, refunded: 1 }],
      [0, { ...line, held: 1 }],
      [0, { ...line, rejected: 1 }],
    ] as const) {
      const returns = [{ ...seedReturn, state: 'received' as const, lines: [of] }];
      const facts = factsOf(withCounts(delivered, 1, { returned: 1, refunded }), { returns });
      expect(returnable(oneTee, facts)).toHaveProperty('units', [{ quantity: 1, until: '2026-03-31' }]);
    }
  });

  test('that were cancelled, and so refunded, leave the others returnable', () => {
    const rest = withCounts(delivered, 1, { cancelled: 1, refunded: 1, shipped: 1, delivered: 1 });
    expect(returnable(oneTee, factsOf(rest)).verdict).toBe('returnable');
  });

  test('of an exchange are free for the return that takes its place, as late as the exchange was asked for', () => {
    const exchange = { ...seedReturn, kind: 'exchange' as const, lines: [{ ...seedReturnLine, quantity: 2 }] };
    const facts = factsOf(withCounts(delivered, 1, { returnRequested: 2 }), {
      returns: [exchange],
      now: new Date('2026-04-02T15:00:00Z'),
      insteadOf: exchange,
    });
    expect(returnable(twoTees, facts).verdict).toBe('returnable');
    expect(returnable({ line: 2, quantity: 1 }, facts)).toMatchObject({ reason: 'window_passed' });
  });
});

describe('a fact that the store does not tell', () => {
  const without = (missing: Partial<Order['lines'][number]>): Order => ({
    ...delivered,
    lines: delivered.lines.map((line) => ({ ...line, ...missing })),
  });

  test.each([{ kind: undefined }, { isFinalSale: undefined }, { isPersonalised: undefined }])(
    'leaves the decision to a person: %j',
    (missing) => {
      expect(returnable(oneTee, factsOf(without(missing)))).toMatchObject({ reason: 'facts_unknown' });
    },
  );

  test('leaves the decision to a person when it is the day of delivery', () => {
    const order = { ...delivered, parcels: [{ ...seedParcel, status: 'delivered' as const }] };
    expect(returnable(oneTee, factsOf(order))).toMatchObject({ reason: 'facts_unknown' });
    expect(returnable(oneTee, factsOf(order, { waived: new Set(['window']) })).verdict).toBe('returnable');
  });

  test('is no matter when the store’s policy does not ask for it', () => {
    const anything = { ...profile, returns: { ...profile.returns, never: [], days_by_kind: {} } };
    const facts = factsOf(without({ kind: undefined, isFinalSale: undefined, isPersonalised: undefined }));
    expect(returnable(oneTee, { ...facts, profile: anything }).verdict).toBe('returnable');
  });

  test('does not matter for the contents of the only parcel', () => {
    const order = {
      ...delivered,
      parcels: [{ ...seedParcel, status: 'delivered' as const, deliveredAt: '2026-03-01', lines: [] }],
    };
    expect(returnable(oneTee, factsOf(order))).toHaveProperty('units', [{ quantity: 2, until: '2026-03-31' }]);
  });
});

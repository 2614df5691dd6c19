import { describe, expect, test } from 'vitest';
import type { RequestOf } from '@orderline/contract/proposal.ts';
import { noCounts, seedOrder, seedPayment } from '../../test/support/seed-order.ts';
import type { LineCounts, Order, Variant } from '../orders/order.ts';
import { judgeClaim, type ClaimFacts } from './claim-rule.ts';

const came: LineCounts = { ...noCounts, shipped: 2, delivered: 2 };

/** Two tees and a pair of joggers, delivered, with what became of the tees. */
const order = (tees: Partial<LineCounts> = {}, changes: Partial<Order> = {}): Order => ({
  ...seedOrder,
  status: 'delivered',
  ...changes,
  lines: seedOrder.lines.map((line) => ({
    ...line,
    counts: line.line === 1 ? { ...came, ...tees } : { ...noCounts, shipped: 1, delivered: 1 },
  })),
});
const tee: Variant = { sku: 'TEE-NVY-M', name: 'Tee', options: {}, priceCents: 2999, available: 5 };
const facts = (changes: Partial<ClaimFacts> = {}): ClaimFacts => ({
  order: order(),
  profile: { claims: { express_tiers: ['gold'] } },
  claimsOfCustomer: 0,
  variants: new Map([[1, [tee]]]),
  waived: new Set(),
  ...changes,
});
const claim = (changes: Partial<RequestOf<'claim'>> = {}): RequestOf<'claim'> => ({
  kind: 'claim',
  lines: [{ line: 1, quantity: 1 }],
  problem: 'damaged',
  wish: 'refund',
  ...changes,
});

describe('a claim', () => {
  test.each(['damaged', 'defective', 'wrong_item', 'missing'] as const)(
    'for what is %s is settled at once',
    (problem) => {
      expect(judgeClaim(claim({ problem }), facts())).toEqual({ is: 'allowed', shipping: 'standard' });
    },
  );

  test('may be made of what is never returned, at any time', () => {
    const neverReturned = order();
    const lines = neverReturned.lines.map((line) => ({ ...line, isFinalSale: true, kind: 'electronics' }));
    expect(judgeClaim(claim(), facts({ order: { ...neverReturned, lines } }))).toMatchObject({ is: 'allowed' });
  });

  test('is replaced by express for the tiers that the store names', () => {
    const loyal = order({}, { loyaltyTier: 'gold' });
    expect(judgeClaim(claim({ wish: 'replacement' }), facts({ order: loyal }))).toMatchObject({ shipping: 'express' });
  });
});

describe('is refused', () => {
  test.each<[reason: string, refused: { tees?: Partial<LineCounts>; order?: Partial<Order>; quantity?: number }]>([
    ['already_cancelled', { order: { status: 'cancelled' } }],
    ['already_cancelled', { tees: { cancelled: 2, shipped: 0, delivered: 0 } }],
    ['not_shipped_yet', { tees: { shipped: 0, delivered: 0 }, order: { status: 'processing' } }],
    ['not_delivered_yet', { tees: { delivered: 0 }, order: { status: 'shipped' } }],
    ['not_delivered_yet', { tees: { delivered: 1 }, order: { status: 'shipped' }, quantity: 2 }],
    ['already_claimed', { tees: { claimed: 2, refunded: 2 } }],
    ['already_claimed', { tees: { claimed: 1 }, quantity: 2 }],
    // Paid back for another reason than a return.
    ['already_claimed', { tees: { refunded: 2 } }],
    ['already_open', { tees: { returnRequested: 2 } }],
    ['already_returned', { tees: { returned: 2, refunded: 2 } }],
    ['quantity_unavailable', { quantity: 3 }],
  ])('as %s, of %j', (reason, { tees, order: changes, quantity = 1 }) => {
    const lines = [{ line: 1, quantity }];
    expect(judgeClaim(claim({ lines }), facts({ order: order(tees, changes) }))).toMatchObject({ reason });
  });

  test('as no such line', () => {
    expect(judgeClaim(claim({ lines: [{ line: 9, quantity: 1 }] }), facts())).toMatchObject({ reason: 'no_such_line' });
  });

  test('when a replacement is gone, or the store does not tell', () => {
    const replacement = claim({ wish: 'replacement', lines: [{ line: 1, quantity: 2 }] });
    const one = new Map([[1, [{ ...tee, available: 1 }]]]);
    expect(judgeClaim(replacement, facts({ variants: one }))).toMatchObject({ reason: 'out_of_stock' });
    expect(judgeClaim(replacement, facts({ variants: new Map() }))).toMatchObject({ reason: 'facts_unknown' });
  });

  test('when two lines want more of the same than there is', () => {
    const teesTwice = { ...order(), lines: order().lines.map((line) => ({ ...line, sku: 'TEE-NVY-M' })) };
    const both = claim({
      wish: 'replacement',
      lines: [
        { line: 1, quantity: 1 },
        { line: 2, quantity: 1 },
      ],
    });
    const left = (available: number) => {
      const tees = [{ ...tee, available }];
      return facts({
        order: teesTwice,
        variants: new Map([
          [1, tees],
          [2, tees],
        ]),
      });
    };
    expect(judgeClaim(both, left(1))).toMatchObject({ reason: 'out_of_stock', line: { line: 2 } });
    expect(judgeClaim(both, left(2))).toMatchObject({ is: 'allowed' });
  });

  test('when a refund has nowhere to go: the store does not tell how it was paid, or all of it went back', () => {
    expect(judgeClaim(claim(), facts({ order: order({}, { payments: [] }) }))).toMatchObject({
      reason: 'facts_unknown',
    });
    const paidBack = [{ ...seedPayment, refundedCents: 10_997 }];
    expect(judgeClaim(claim(), facts({ order: order({}, { payments: paidBack }) }))).toMatchObject({
      reason: 'facts_unknown',
    });
  });

  test('above what the store settles without a person, unless a person has', () => {
    const limited = { profile: { claims: { express_tiers: [], max_value_cents: 2998 } } };
    expect(judgeClaim(claim(), facts(limited))).toMatchObject({ reason: 'claim_limit' });
    expect(judgeClaim(claim(), facts({ ...limited, order: order({ refunded: 1 }) }))).toMatchObject({
      reason: 'claim_limit',
    });
    const often = { profile: { claims: { express_tiers: [], max_per_customer: 2 } } };
    expect(judgeClaim(claim(), facts({ ...often, claimsOfCustomer: 1 }))).toMatchObject({ is: 'allowed' });
    expect(judgeClaim(claim(), facts({ ...often, claimsOfCustomer: 2 }))).toMatchObject({ reason: 'claim_limit' });
    expect(judgeClaim(claim(), facts({ ...limited, waived: new Set(['claim_limit']) }))).toMatchObject({
      is: 'allowed',
    });
  });

  test('a second time, unless a person has allowed it', () => {
    const claimed = facts({ order: order({ claimed: 2 }) });
    expect(judgeClaim(claim(), claimed)).toMatchObject({ reason: 'already_claimed' });
    const waived = new Set(['second_claim']);
    expect(judgeClaim(claim(), { ...claimed, waived })).toMatchObject({ is: 'allowed' });
    // What was paid back is replaced at most: it is not paid back twice.
    const refunded = facts({ order: order({ claimed: 2, refunded: 2 }), waived });
    expect(judgeClaim(claim(), refunded)).toMatchObject({ reason: 'already_claimed' });
    expect(judgeClaim(claim({ wish: 'replacement' }), refunded)).toMatchObject({ is: 'allowed' });
  });
});

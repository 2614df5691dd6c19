import { describe, expect, test } from 'vitest';
import type { RequestOf } from '@orderline/contract/proposal.ts';
import { noCounts, seedOrder } from '../../test/support/seed-order.ts';
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
      expect(judgeClaim(claim({ problem }), facts())).toEqual({
        is: 'allowed',
        valueCents: 2999,
        shipping: 'standard',
      });
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
  test.each<[string, Partial<LineCounts>, Partial<Order>, number]>([
    ['already_cancelled', {}, { status: 'cancelled' }, 1],
    ['already_cancelled', { cancelled: 2, shipped: 0, delivered: 0 }, {}, 1],
    ['not_shipped_yet', { shipped: 0, delivered: 0 }, { status: 'processing' }, 1],
    ['not_delivered_yet', { delivered: 0 }, { status: 'shipped' }, 1],
    ['already_claimed', { claimed: 2, refunded: 2 }, {}, 1],
    ['already_claimed', { claimed: 1 }, {}, 2],
    ['already_open', { returnRequested: 2 }, {}, 1],
    ['already_returned', { returned: 2, refunded: 2 }, {}, 1],
    ['quantity_unavailable', {}, {}, 3],
  ])('as %s, of %j', (reason, counts, changes, quantity) => {
    const lines = [{ line: 1, quantity }];
    expect(judgeClaim(claim({ lines }), facts({ order: order(counts, changes) }))).toMatchObject({ reason });
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

  test('above what the store settles without a person, unless a person has', () => {
    const limited = { profile: { claims: { express_tiers: [], max_value_cents: 2998 } } };
    expect(judgeClaim(claim(), facts(limited))).toMatchObject({ reason: 'claim_limit' });
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
    expect(judgeClaim(claim(), { ...claimed, waived: new Set(['second_claim']) })).toMatchObject({ is: 'allowed' });
  });
});

import { expect, test } from 'vitest';
import { demoStoreProfile, seedOrder } from '../../test/support/seed-order.ts';
import { withCounts } from '../../test/support/seed-return.ts';
import type { Order } from '../orders/order.ts';
import { settlementOf } from './settlement-rule.ts';

const profile = demoStoreProfile();
const missing = [{ line: 1, quantity: 2 }];
const settle = (resolution: 'reship' | 'refund' | 'found', order: Order = seedOrder, lines = missing) =>
  settlementOf(resolution, { order, missing: lines, profile });

test('a refund pays back what the units and their shipping were paid with', () => {
  const shipped = { ...seedOrder, shippingCents: 999, payments: [{ ...seedOrder.payments[0], capturedCents: 11_996 }] };
  expect(settle('refund', shipped as Order)).toMatchObject({
    is: 'refund',
    units: missing,
    refund: { amount_cents: 5998 + 545, shipping_cents: 545 },
  });
});

test('units are sent again as they were, by express to those whose replacements go express', () => {
  expect(settle('reship')).toMatchObject({
    is: 'reship',
    sends: [{ effect: 'send_units', line: 1, quantity: 2, sku: 'TEE-NVY-M', is_reserved: false, shipping: 'standard' }],
  });
  const [tier = ''] = profile.claims.express_tiers;
  expect(settle('reship', { ...seedOrder, loyaltyTier: tier })).toMatchObject({ sends: [{ shipping: 'express' }] });
});

test('only what nothing was done about meanwhile is settled', () => {
  expect(settle('refund', withCounts(seedOrder, 1, { claimed: 1 }))).toMatchObject({
    units: [{ line: 1, quantity: 1 }],
    refund: { amount_cents: 2999 },
  });
  expect(settle('reship', withCounts(seedOrder, 1, { refunded: 2, claimed: 2 }))).toMatchObject({
    is: 'impossible',
    why: { reason: 'already_claimed' },
  });
});

test('what the store does not tell enough of is done by people, who may still say that it was found', () => {
  const nameless = { ...seedOrder, lines: seedOrder.lines.map((line) => ({ ...line, sku: undefined })) };
  expect(settle('reship', nameless)).toMatchObject({ is: 'impossible', why: { reason: 'facts_unknown' } });
  expect(settle('refund', seedOrder, [])).toMatchObject({ is: 'impossible', why: { reason: 'facts_unknown' } });
  expect(settle('found', seedOrder, [])).toEqual({ is: 'found' });
});

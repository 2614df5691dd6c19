import { expect, test } from 'vitest';
import { seedOrder, seedParcel, seedPayment } from '../../test/support/seed-order.ts';
import { cleanOrder } from './clean-order.ts';

test('leaves an honest order as it is', () => {
  expect(cleanOrder(seedOrder)).toEqual(seedOrder);
});

test('strips markup and the unseen from every text', () => {
  const hostile = '<b>x</b>\u0000\u202e';
  const [line] = seedOrder.lines;
  if (line === undefined) throw new Error('the seed order has lines');
  const cleaned = cleanOrder({
    ...seedOrder,
    cancelReason: hostile,
    shipTo: { city: hostile, state: hostile, zip: hostile, country: hostile },
    lines: [{ ...line, name: hostile }],
    parcels: [
      { ...seedParcel, carrier: hostile, trackingNumber: hostile, lastScan: { at: new Date(0), place: hostile } },
    ],
    payments: [{ ...seedPayment, method: hostile }],
  });
  expect(JSON.stringify(cleaned)).not.toMatch(/<|>|\\u0000|\u202e/);
});

test('a card number that somebody wrote into a name, a place or a reason is dropped; a tracking number is none', () => {
  const [line] = seedOrder.lines;
  if (line === undefined) throw new Error('the seed order has lines');
  const written = 'paid with 4111 1111 1111 1111';
  const cleaned = cleanOrder({
    ...seedOrder,
    cancelReason: written,
    shipTo: { city: written, zip: '78701', country: 'US' },
    lines: [{ ...line, name: written }],
    parcels: [
      {
        ...seedParcel,
        trackingNumber: '4111111111111111',
        lastScan: { at: new Date(0), place: '4111\u200b111111111111' },
      },
    ],
  });
  expect(JSON.stringify(cleaned).match(/4111/g)).toEqual(['4111']);
  expect(cleaned.parcels[0]?.trackingNumber).toBe('4111111111111111');
});

test.each([
  ['Visa 4111 1111 1111 1111', 'Visa 1111'],
  ['Visa 4111111111111111', 'Visa 1111'],
  ['Visa ending in 4242', 'Visa ending in 4242'],
])('of a card only the last four digits stay: %s', (method, cleaned) => {
  const payments = [{ ...seedPayment, method }];
  expect(cleanOrder({ ...seedOrder, payments }).payments[0]?.method).toBe(cleaned);
});

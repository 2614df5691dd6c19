import { describe, expect, test } from 'vitest';
import { orderStatus } from '@orderline/contract/order.ts';
import { demoStoreProfile, seedNow, seedOrder, seedParcel, seedPayment } from '../../test/support/seed-order.ts';
import type { Order, Parcel, Payment } from './order.ts';
import { statusSentence } from './status-sentence.ts';

const profile = demoStoreProfile();
const say = (changes: Partial<Order>, now = seedNow) => statusSentence({ ...seedOrder, ...changes }, { profile, now });
const withParcel = (changes: Partial<Parcel>): Partial<Order> => ({ parcels: [{ ...seedParcel, ...changes }] });
const person = 'You can reach our team at +1 212 555 0100 or at help@yourstore.com, Monday to Friday, 9 AM to 6 PM ET.';

describe("the seed's four", () => {
  test('processing, in the first day', () => {
    expect(say({ status: 'processing', orderedAt: '2026-03-05', parcels: [] })).toBe(
      "Your order is currently being prepared. It hasn't shipped yet, but you should receive a tracking number by email within the next 24 hours.",
    );
  });

  test('shipped', () => {
    expect(say({})).toBe(
      "Good news — your order shipped on Monday, March 2 via UPS. Your tracking number is 1Z999AA10123456784. It's estimated to arrive by Sunday, March 8. Would you like me to text you the tracking link?",
    );
  });

  test('delivered', () => {
    expect(say({ status: 'delivered', ...withParcel({ status: 'delivered', deliveredAt: '2026-03-04' }) })).toBe(
      'According to UPS, your order was delivered on Wednesday, March 4. Was there an issue with the delivery?',
    );
  });

  test('cancelled', () => {
    expect(say({ status: 'cancelled', cancelledAt: '2026-03-03', parcels: [] })).toBe(
      'It looks like that order was cancelled on Tuesday, March 3. Would you like to know more about why, or would you like help placing a new order?',
    );
  });
});

test('no status is without its sentence, and no sentence shows a placeholder or an undefined', () => {
  for (const status of orderStatus.options) {
    for (const parcels of [[], [seedParcel], [seedParcel, { ...seedParcel, lines: [] }]]) {
      const sentence = say({ status, parcels, estimatedDelivery: undefined });
      expect(sentence).toMatch(/^[A-Z].*[.?]$/);
      expect(sentence).not.toMatch(/[{}[\]]|undefined|null| {2}| [.,?]/);
    }
  }
});

test('after its first day a processing order is told by its estimate', () => {
  const later = say({ status: 'processing', parcels: [] });
  expect(later).toBe(
    "Your order is currently being prepared. It hasn't shipped yet, but it's estimated to arrive by Sunday, March 8. You should receive a tracking number by email once it ships.",
  );
  expect(say({ status: 'processing', parcels: [], estimatedDelivery: undefined })).toBe(
    "Your order is currently being prepared. It hasn't shipped yet. You should receive a tracking number by email once it ships.",
  );
});

test('an order that is still processing past its estimate is apologised for', () => {
  expect(say({ status: 'processing', parcels: [], estimatedDelivery: '2026-03-04' })).toBe(
    `I'm sorry, your order is taking longer than we estimated. It was due by Wednesday, March 4, and it's still being prepared. ${person}`,
  );
});

test('a fact that is not known takes its words with it', () => {
  expect(
    say(
      withParcel({ carrier: undefined, shippedAt: undefined, trackingNumber: undefined, estimatedDelivery: undefined }),
    ),
  ).toBe('Good news — your order shipped.');
  expect(say({ status: 'delivered', ...withParcel({ status: 'delivered', carrier: undefined }) })).toBe(
    'Your order was delivered. Was there an issue with the delivery?',
  );
  expect(say({ status: 'cancelled', parcels: [] })).toMatch(/^It looks like that order was cancelled\. /);
});

test('the year is said only when it is not the current one', () => {
  expect(say({ status: 'cancelled', cancelledAt: '2025-12-30', parcels: [] })).toContain(
    'on Tuesday, December 30, 2025.',
  );
});

test('an instant is told by its day in the store', () => {
  expect(say(withParcel({ shippedAt: new Date('2026-03-03T04:30:00Z') }))).toContain('shipped on Monday, March 2');
});

test('a late parcel is apologised for, and its old estimate is not promised again', () => {
  const late = say({ estimatedDelivery: '2026-03-04', ...withParcel({ estimatedDelivery: '2026-03-04' }) });
  expect(late).toContain("I'm sorry about the delay. Your order was due by Wednesday, March 4");
  expect(late).not.toContain('estimated to arrive');
  expect(late).toMatch(/Would you like me to text you the tracking link\?$/);
});

test('each of several parcels is told', () => {
  const first: Parcel = {
    ...seedParcel,
    status: 'delivered',
    deliveredAt: '2026-03-04',
    lines: [{ line: 1, quantity: 2 }],
  };
  const second: Parcel = { ...seedParcel, carrier: 'FedEx', trackingNumber: '4490', lines: [{ line: 2, quantity: 1 }] };
  expect(say({ parcels: [first, second] })).toBe(
    'Good news — your order shipped in two parcels. According to UPS, the parcel with 2 x Classic Tee - Navy, Size M was delivered on Wednesday, March 4. The parcel with 1 x Jogger Pants - Black, Size L shipped on Monday, March 2 via FedEx, with tracking number 4490, and is estimated to arrive by Sunday, March 8. Would you like me to text you the tracking link?',
  );
});

test('a partially shipped order tells what has left', () => {
  const left: Parcel = { ...seedParcel, lines: [{ line: 1, quantity: 2 }] };
  expect(say({ status: 'partially_shipped', parcels: [left] })).toBe(
    'Good news — part of your order has shipped. The parcel with 2 x Classic Tee - Navy, Size M shipped on Monday, March 2 via UPS, with tracking number 1Z999AA10123456784, and is estimated to arrive by Sunday, March 8. The rest is still being prepared. Would you like me to text you the tracking link?',
  );
});

test('a refunded order tells how much went back where', () => {
  const payments: Payment[] = [
    { ...seedPayment, refundedCents: 9997, refundedAt: '2026-03-03' },
    { ...seedPayment, kind: 'gift_card', method: 'gift card', refundedCents: 1000, refundedAt: '2026-03-03' },
  ];
  expect(say({ status: 'refunded', payments })).toBe(
    'That order has been refunded. $109.97 went back to your Visa ending in 4242 and gift card on Tuesday, March 3.',
  );
  expect(say({ status: 'refunded' })).toBe('That order has been refunded.');
});

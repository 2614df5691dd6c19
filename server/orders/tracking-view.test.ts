import { expect, test } from 'vitest';
import { demoStoreProfile, seedNow, seedOrder, seedParcel } from '../../test/support/seed-order.ts';
import type { Order, Parcel } from './order.ts';
import { lookupView, orderView } from './order-view.ts';
import { trackingView } from './tracking-view.ts';

const profile = demoStoreProfile();
const telling = { profile, now: seedNow };
const track = (parcel: Partial<Parcel>, order: Partial<Order> = {}) =>
  trackingView({ ...seedOrder, parcels: [{ ...seedParcel, ...parcel }], ...order }, telling);
const person = 'You can reach our team at +1 212 555 0100 or at help@yourstore.com, Monday to Friday, 9 AM to 6 PM ET.';

test('before its date it reassures', () => {
  expect(track({}).say).toBe(
    "Your order is on its way with UPS. It's still expected by Sunday, March 8, so it's right on schedule. It was last scanned on Wednesday, March 4 in Dallas, TX.",
  );
});

test('late, it apologises', () => {
  const view = track({ estimatedDelivery: '2026-03-03' });
  expect(view.parcels[0]).toMatchObject({ is_late: true, is_stuck: false });
  expect(view.say).toBe(
    "I'm sorry about the delay. Your order was due by Tuesday, March 3, but it's still on its way with UPS. It was last scanned on Wednesday, March 4 in Dallas, TX.",
  );
});

test('stuck, it says for how long and where a person is reached', () => {
  const view = track({ lastScan: { at: new Date('2026-02-25T17:00:00Z'), place: undefined } });
  expect(view.parcels[0]?.is_stuck).toBe(true);
  expect(view.say).toBe(
    `I'm sorry about the wait. Your order hasn't been scanned since Wednesday, February 25, 6 business days ago. Our team can look into it. ${person}`,
  );
});

test('marked delivered lately, it asks to wait; longer ago, it names a person', () => {
  const lately = track({ status: 'delivered', deliveredAt: new Date('2026-03-04T17:00:00Z') });
  expect(lately.say).toContain(
    "If you can't find it, please wait 48 hours, because carriers sometimes mark parcels early.",
  );
  const before = track({ status: 'delivered', deliveredAt: new Date('2026-03-03T17:00:00Z') });
  expect(before.say).toContain(`If it isn't there, our team can look into it. ${person}`);
});

test('returned to sender, it says so', () => {
  expect(track({ status: 'returned_to_sender' }).say).toContain(
    "I'm sorry — according to UPS, your order couldn't be delivered, and it's on its way back to us.",
  );
});

test('an order that has not shipped is told by its status', () => {
  expect(track({}, { parcels: [], status: 'on_hold' }).say).toContain('Your order is currently on hold');
});

test("the lookup has the seed's form, with the address cut to its area", () => {
  expect(lookupView(seedOrder, telling)).toEqual({
    order_number: 'ORD-12345',
    status: 'shipped',
    items: [
      { name: 'Classic Tee - Navy, Size M', qty: 2, price: 29.99 },
      { name: 'Jogger Pants - Black, Size L', qty: 1, price: 49.99 },
    ],
    subtotal: 109.97,
    shipping: 'free',
    total: 109.97,
    tracking_number: '1Z999AA10123456784',
    carrier: 'UPS',
    estimated_delivery: '2026-03-08',
    shipping_address: { city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
    order_date: '2026-03-01',
    payment_method: 'Visa ending in 4242',
    say: expect.any(String) as string,
  });
});

test('the view leaves out what is not known', () => {
  const view = orderView(
    { ...seedOrder, parcels: [], estimatedDelivery: undefined, shipTo: undefined, payments: [] },
    telling,
  );
  expect(Object.values(view)).not.toContain(undefined);
  expect(view).not.toHaveProperty('shipping_to');
  expect(view).not.toHaveProperty('payment_method');
});

import { expect, test } from 'vitest';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { orderReader } from './read-order.ts';

const read = orderReader(demoStoreProfile(), new Date('2026-03-05T17:00:00Z'));

/** The seed's example, as a store's export would have it. */
const example = {
  order_number: 'ORD-12345',
  status: 'shipped',
  ordered_at: '2026-03-01',
  email: 'Customer@Email.com',
  phone: '+1 512 555 0142',
  customer_name: 'Jane Doe',
  shipping_address: { street: '123 Main St', city: 'Austin', state: 'TX', zip: '78701', country: 'us' },
  items: [
    { name: 'Classic Tee - Navy, Size M', quantity: 2, price: 29.99, variant: { size: 'M' } },
    { name: 'Jogger Pants - Black, Size L', quantity: '1', price: '49.99' },
  ],
  subtotal: 109.97,
  shipping: 'free',
  total: '109.97',
  carrier: 'UPS',
  tracking_number: '1Z999AA10123456784',
  shipped_at: '2026-03-02T16:20',
  estimated_delivery: '2026-03-08',
  payment_method: 'Visa ending in 4242',
};
const issuesOf = (order: unknown) => {
  const result = read(order);
  return result.status === 'refused'
    ? result.issues.map(({ field, problem }) => `${field ?? 'order'}: ${problem}`)
    : [];
};
const rowsOf = (order: unknown) => {
  const result = read(order);
  if (result.status === 'refused') throw new Error(JSON.stringify(result.issues));
  return result.rows;
};

test('reads an order with its lines, its parcel and its payment', () => {
  const { order, lines, parcels, parcelLines, payments } = rowsOf(example);
  expect(order).toMatchObject({
    order_number: 'ORD-12345',
    email: 'customer@email.com',
    total_cents: 10_997,
    subtotal_cents: 10_997,
    country: 'US',
    recipient_name: 'Jane Doe',
    is_demo: false,
  });
  expect(
    lines.map(({ line, unit_price_cents, shipped_quantity }) => [line, unit_price_cents, shipped_quantity]),
  ).toEqual([
    [1, 2999, 2],
    [2, 4999, 1],
  ]);
  expect(parcels).toMatchObject([{ status: 'in_transit', estimated_delivery: '2026-03-08' }]);
  expect(parcelLines).toHaveLength(2);
  expect(payments).toMatchObject([{ method: 'card', card_brand: 'Visa', card_last4: '4242', captured_cents: 10_997 }]);
});

test('reads times without a zone by the store’s clocks, and a day of delivery as its end', () => {
  const { order, parcels } = rowsOf({ ...example, status: 'delivered', delivered_at: '2026-03-04' });
  expect(order.ordered_at.toISOString()).toBe('2026-03-01T05:00:00.000Z');
  expect(parcels[0]?.shipped_at.toISOString()).toBe('2026-03-02T21:20:00.000Z');
  expect(parcels[0]?.delivered_at?.toISOString()).toBe('2026-03-05T04:59:59.000Z');
  const zoned = rowsOf({ ...example, ordered_at: '2026-03-01T10:00:30+02:00' });
  expect(zoned.order.ordered_at.toISOString()).toBe('2026-03-01T08:00:30.000Z');
});

test('reads several parcels and payments, cents, and numbers written otherwise', () => {
  const { order, lines, payments } = rowsOf({
    ...example,
    order_number: 'ord 12345',
    status: 'partially_shipped',
    items: [{ name: 'Lamp', quantity: 3, price_cents: 100_000, kind: 'Electronics' }],
    subtotal: '$3,000.00',
    discount_cents: 1000,
    shipping: '4.9',
    total: undefined,
    total_cents: 299_490,
    parcels: [
      { shipped_at: '2026-03-02', delivered_at: '2026-03-03', lines: [{ line: 1, quantity: 1 }] },
      { shipped_at: '2026-03-03', lines: [{ line: 1, quantity: 1 }] },
    ],
    payments: [
      { method: 'card', card_brand: 'Visa', card_last4: '4242', amount: 2000 },
      { method: 'gift card', amount_cents: 99_490 },
    ],
  });
  expect(order).toMatchObject({ order_number: 'ORD-12345', total_cents: 299_490 });
  expect(lines[0]).toMatchObject({ shipped_quantity: 2, delivered_quantity: 1, kind: 'electronics' });
  expect(payments.map(({ captured_cents }) => captured_cents)).toEqual([200_000, 99_490]);
});

test('a cancelled order has all of its units cancelled, a returned one all of them back', () => {
  const { carrier, tracking_number, shipped_at, ...unsent } = example;
  expect([carrier, tracking_number, shipped_at]).toHaveLength(3);
  const cancelled = rowsOf({ ...unsent, status: 'cancelled', cancelled_at: '2026-03-02' });
  expect(cancelled.lines.map(({ cancelled_quantity }) => cancelled_quantity)).toEqual([2, 1]);
  const returned = rowsOf({ ...example, status: 'returned', delivered_at: '2026-03-03' });
  expect(returned.lines.map(({ returned_quantity }) => returned_quantity)).toEqual([2, 1]);
});

test('text is made plain, with nothing in it that a database refuses', () => {
  const items = [{ name: '<b>Tee</b>\u0000 \u202Enavy \ud800', quantity: 1, price: 109.97 }];
  expect(rowsOf({ ...example, items }).lines[0]?.name).toBe('Tee navy \ufffd');
});

const item = { name: 'Tee', quantity: 1, price: 109.97 };
test.each<[what: string, changes: object, issue: string]>([
  ['a number of no format', { order_number: '12345' }, 'order_number: expected a number like ORD-##### or #W#######'],
  ['no e-mail', { email: '' }, 'email: is missing: expected an email address'],
  ['an unknown status', { status: 'lost' }, 'status: expected one of processing, on_hold'],
  ['an American date', { ordered_at: '3/1/2026' }, 'ordered_at: expected a day like 2026-03-08'],
  ['a day that does not exist', { estimated_delivery: '2026-02-30' }, 'estimated_delivery: expected a day'],
  ['a day to come', { ordered_at: '2026-04-01' }, 'ordered_at: lies in the future'],
  ['no items', { items: [] }, 'items: expected at least one item'],
  ['items that are no list', { items: 'tee' }, 'items: expected a list'],
  ['half a unit', { items: [{ ...item, quantity: 1.5 }] }, 'items[0].quantity: expected a whole number'],
  ['no price', { items: [{ ...item, price: null }] }, 'items[0].price: is missing'],
  ['a price with a comma', { items: [{ ...item, price: '29,99' }] }, 'items[0].price: expected dollars like 29.99'],
  ['a fraction of a cent', { items: [{ ...item, price: 29.999 }] }, 'items[0].price: expected dollars'],
  ['prices that differ', { items: [{ ...item, price_cents: 1 }] }, 'items[0].price: differs from items[0].price_cents'],
  ['an unknown kind', { items: [{ ...item, kind: 'toy' }] }, 'items[0].kind: expected one of'],
  ['a wrong total', { total: 120 }, 'total: items, discount and shipping make 109.97'],
  ['a wrong subtotal', { subtotal: 1 }, 'subtotal: its items make 109.97'],
  ['a discount above the price', { discount: 200, total: undefined }, 'discount: is more than the items cost'],
  ['no street', { shipping_address: { city: 'Austin', zip: '78701' } }, 'shipping_address.street: is missing'],
  ['no address', { shipping_address: undefined }, 'shipping_address: is missing'],
  ['no payment', { payment_method: undefined }, 'payment_method: is missing'],
  ['an unknown payment', { payment_method: 'barter' }, 'payment_method: expected payments'],
  [
    'payments that do not make the total',
    { payments: [{ method: 'paypal', amount: 5 }] },
    'payments: they make 5.00, the order 109.97',
  ],
  ['a refund above the payment', { refunded: 200, refunded_at: '2026-03-04' }, 'refunded: is more than was paid'],
  ['a refund without a day', { refunded: 20 }, 'refunded_at: expected beside refunded'],
  ['a parcel without a day', { shipped_at: '' }, 'shipped_at: is missing: expected for an order that is shipped'],
  ['a status its parcels do not make', { status: 'delivered' }, 'status: its parcels and quantities make it shipped'],
  [
    'a parcel of an order in preparation',
    { status: 'processing' },
    'status: its parcels and quantities make it shipped',
  ],
  ['delivered before it was shipped', { delivered_at: '2026-03-01' }, 'delivered_at: is before shipped_at'],
  [
    'a parcel with more than was bought',
    { parcels: [{ shipped_at: '2026-03-02', lines: [{ line: 1, quantity: 3 }] }] },
    'parcels[0].lines: line 1 has not so many units left',
  ],
  ['a name of a variant that is none', { items: [{ ...item, variant: { 'a\u0000': 'M' } }] }, 'items[0].variant'],
  ['an e-mail with what cannot be seen', { email: 'a\u0000@example.com' }, 'email: expected an email address'],
  ['an unknown tier', { loyalty_tier: 'tin' }, 'loyalty_tier: expected one of silver, gold, platinum'],
])('refuses %s', (_, changes, issue) => {
  expect(issuesOf({ ...example, ...changes }).join(' | ')).toContain(issue);
});

test('refuses a card number wherever it stands, without repeating it', () => {
  for (const changes of [
    { payment_method: 'Visa 4242424242424242' },
    { cancel_reason: 'paid with 4242 4242 4242 4242' },
    { payments: [{ method: 'card', card_last4: '4242424242424242' }] },
    { note: 4242424242424242 },
  ]) {
    const issues = issuesOf({ ...example, ...changes });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('card number');
    expect(issues[0]).not.toContain('42424242');
  }
});

test.each([undefined, null, 'text', 5, [], {}])('refuses %j as an order', (order) => {
  expect(issuesOf(order).length).toBeGreaterThan(0);
});

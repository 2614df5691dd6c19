import { expect, test } from 'vitest';
import { orderStatus } from '@orderline/contract/order.ts';
import { businessDaysBetween, daysBetween } from '../policy/store-calendar.ts';
import { demoOrders } from './demo-orders.ts';

const today = '2026-03-05';
const orders = demoOrders(today, 'America/New_York');
const numbered = (number: string) => {
  const found = orders.find(({ order }) => order.order_number === number);
  if (found === undefined) throw new Error(`no demo order ${number}`);
  return found;
};

test('has at least 24 orders, all eleven statuses, every kind of item, and unique numbers', () => {
  expect(orders.length).toBeGreaterThanOrEqual(24);
  expect(new Set(orders.map(({ order }) => order.order_number)).size).toBe(orders.length);
  expect(new Set(orders.map(({ order }) => order.status))).toEqual(new Set(orderStatus.options));
  const kinds = orders.flatMap(({ lines }) => lines.map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(['general', 'apparel', 'electronics', 'fragile', 'gift_card']));
  expect(orders.flatMap(({ lines }) => lines).some((line) => line.is_final_sale)).toBe(true);
  expect(orders.flatMap(({ lines }) => lines).some((line) => line.is_personalised)).toBe(true);
});

test("ORD-12345 is the seed's example", () => {
  const { order, lines, parcels, payments } = numbered('ORD-12345');
  expect(order).toMatchObject({
    email: 'customer@email.com',
    status: 'shipped',
    subtotal_cents: 10_997,
    shipping_cents: 0,
    total_cents: 10_997,
    street: '123 Main St',
    city: 'Austin',
    state: 'TX',
    zip: '78701',
  });
  expect(lines.map(({ name, quantity, unit_price_cents }) => [name, quantity, unit_price_cents])).toEqual([
    ['Classic Tee - Navy, Size M', 2, 2999],
    ['Jogger Pants - Black, Size L', 1, 4999],
  ]);
  expect(parcels).toMatchObject([{ carrier: 'UPS', tracking_number: '1Z999AA10123456784', status: 'in_transit' }]);
  expect(payments).toMatchObject([{ card_brand: 'Visa', card_last4: '4242', captured_cents: 10_997 }]);
});

test('moves with the day it is asked for', () => {
  const [now, later] = [today, '2026-11-23'].map((day) =>
    demoOrders(day, 'America/New_York').find(({ order }) => order.order_number === 'ORD-12345'),
  );
  expect(now?.order.estimated_delivery).toBe('2026-03-08');
  expect(later?.order.estimated_delivery).toBe('2026-11-26');
});

test('nothing in it lies in the future, at any hour of the day', () => {
  const firstMoment = new Date('2026-03-05T05:00:00Z');
  const instants = orders.flatMap(({ order, parcels, scans }) => [
    order.ordered_at,
    ...parcels.map(({ shipped_at }) => shipped_at),
    ...scans.map(({ at }) => at),
  ]);
  expect(instants.filter((instant) => instant > firstMoment)).toEqual([]);
});

test('payments add up to the total, and people do not exist', () => {
  for (const { order, payments } of orders) {
    expect(payments.reduce((total, { captured_cents }) => total + captured_cents, 0)).toBe(order.total_cents);
    expect(order.email).toMatch(/@(example\.(com|org|net)|email\.com)$/);
    if (order.phone !== null) expect(order.phone).toMatch(/ 555 01\d\d$/);
  }
});

test('the stuck parcel has had no scan for five business days, whatever the day', () => {
  for (let offset = 0; offset < 14; offset += 1) {
    const day = `2026-12-${String(10 + offset)}`;
    const { scans } = demoOrders(day, 'America/New_York').find(({ order }) => order.order_number === 'ORD-10013') ?? {
      scans: [],
    };
    const last = scans.at(-1)?.at.toISOString().slice(0, 10) ?? day;
    expect(businessDaysBetween(last, day, [])).toBeGreaterThanOrEqual(5);
  }
});

test('deliveries lie inside and outside of both return windows', () => {
  const ages = orders.flatMap(({ parcels }) =>
    parcels.flatMap(({ delivered_at }) =>
      delivered_at === null ? [] : [daysBetween(delivered_at.toISOString().slice(0, 10), today)],
    ),
  );
  expect(ages).toEqual(expect.arrayContaining([1, 3, 10, 20, 30, 33, 60]));
});

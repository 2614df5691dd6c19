import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderWebhookSecret, placeOrder, tellOrders, type Telling } from '../../test/support/order-webhook.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { loadOrder } from '../orders/load-order.ts';
import { trackingKeyOf } from '../orders/told-parcel.ts';

const now = new Date('2026-03-05T17:00:00.000Z');
let database: FreshDatabase;
let server: TestServer;
let placed = 0;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now, config: { orderWebhookSecret } });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const hour = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
const tell = (event: object, telling: Telling = {}) => tellOrders(server, event, telling);
const statuses = async (...events: object[]) => {
  const answered: number[] = [];
  for (const event of events) answered.push((await tell(event)).statusCode);
  return answered;
};

async function anotherOrder(): Promise<string> {
  placed += 1;
  const number = `ORD-${70_000 + placed}`;
  await placeOrder(server, number);
  return number;
}

const of = (
  order_number: string,
  type: string,
  { at = -1, ...facts }: { at?: number; [fact: string]: unknown } = {},
) => ({
  type,
  timestamp: hour(at),
  data: { order_number, ...facts },
});
const jacket = { tracking_number: '1Z 999 AA1', carrier: 'UPS', lines: [{ line: 1, quantity: 1 }] };
const candles = { tracking_number: '9400-1', carrier: 'USPS', lines: [{ line: 2, quantity: 2 }] };
const everything = { tracking_number: '1Z999AA1', carrier: 'UPS', estimated_delivery: '2026-03-08' };

const load = (orderNumber: string) => loadOrder(database.database, orderNumber);
const history = (orderNumber: string) =>
  database.database
    .selectFrom('order_history')
    .select(['version', 'kind', 'reason'])
    .where('order_number', '=', orderNumber)
    .orderBy('version')
    .execute();

test('a parcel leaves, is on its way, and comes: parcel, counters, status and history follow', async () => {
  const order = await anotherOrder();
  expect(await statuses(of(order, 'order.shipped', { at: -20, parcel: everything }))).toEqual([204]);
  expect(await load(order)).toMatchObject({
    status: 'shipped',
    revision: '2',
    parcels: [{ carrier: 'UPS', trackingNumber: '1Z999AA1', status: 'in_transit', estimatedDelivery: '2026-03-08' }],
    lines: [{ counts: { shipped: 1, delivered: 0 } }, { counts: { shipped: 2, delivered: 0 } }],
  });

  const parcel = { tracking_number: '1Z999AA1' };
  await statuses(
    of(order, 'parcel.scanned', { at: -9, parcel, event: 'Arrived at facility', place: 'Dallas, TX' }),
    of(order, 'order.out_for_delivery', { at: -3, parcel }),
  );
  expect(await load(order)).toMatchObject({
    status: 'out_for_delivery',
    revision: '3',
    parcels: [{ lastScan: { at: new Date(hour(-3)) } }],
  });
  await statuses(of(order, 'order.delivered', { parcel, place: 'Austin, TX' }));
  expect(await load(order)).toMatchObject({
    status: 'delivered',
    parcels: [{ status: 'delivered', deliveredAt: new Date(hour(-1)), lastScan: { place: 'Austin, TX' } }],
    lines: [{ counts: { delivered: 1 } }, { counts: { delivered: 2 } }],
  });
  expect(await history(order)).toMatchObject([2, 3, 4].map((version) => ({ version, kind: 'order_event' })));
});

test('an order that leaves in two parcels is partially shipped, then shipped, then delivered', async () => {
  const order = await anotherOrder();
  const after = async (event: object) => {
    expect((await tell(event)).statusCode).toBe(204);
    return (await load(order))?.status;
  };
  expect(await after(of(order, 'order.shipped', { at: -20, parcel: jacket }))).toBe('partially_shipped');
  expect(await after(of(order, 'order.delivered', { at: -10, parcel: jacket }))).toBe('partially_shipped');
  expect(await after(of(order, 'order.shipped', { at: -9, parcel: candles }))).toBe('shipped');
  expect(await after(of(order, 'order.delivered', { parcel: candles }))).toBe('delivered');
});

test('any order of what is told of two parcels, and any of it again, ends in the same', async () => {
  const told = (order: string) => [
    of(order, 'order.shipped', { at: -20, parcel: jacket }),
    of(order, 'parcel.scanned', { at: -15, parcel: { tracking_number: '1z999aa1' }, event: 'Departed' }),
    of(order, 'order.delivered', { at: -2, parcel: { tracking_number: '1Z999AA1' } }),
    of(order, 'order.shipped', { at: -12, parcel: candles }),
    of(order, 'order.out_for_delivery', {
      at: -4,
      parcel: { tracking_number: '94001', estimated_delivery: '2026-03-06' },
    }),
  ];
  const end = async (order: string) => {
    const { status, lines = [], parcels = [] } = (await load(order)) ?? {};
    // Numbered as they became known, and written as they were first told.
    const byNumber = parcels.map((parcel) => ({
      ...parcel,
      parcel: 0,
      trackingNumber: trackingKeyOf(parcel.trackingNumber ?? ''),
    }));
    return {
      status,
      counts: lines.map(({ counts }) => counts),
      parcels: byNumber.sort((one, other) => one.trackingNumber.localeCompare(other.trackingNumber)),
    };
  };
  const inOrder = await anotherOrder();
  await statuses(...told(inOrder));
  const expected = await end(inOrder);
  expect(expected).toMatchObject({ status: 'shipped', counts: [{ delivered: 1 }, { shipped: 2 }] });

  const orders = fc
    .array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 })
    .chain((again) => fc.shuffledSubarray([0, 1, 2, 3, 4, ...again], { minLength: 5 + again.length }));
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const number = await anotherOrder();
      const events = told(number);
      await statuses(...order.flatMap((index) => events[index] ?? []));
      expect(await end(number)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

test('a status never goes back, whatever comes late', async () => {
  const order = await anotherOrder();
  await statuses(
    of(order, 'order.delivered', { at: -1, parcel: everything }),
    of(order, 'order.shipped', { at: -20, parcel: everything }),
    of(order, 'order.out_for_delivery', { at: -4, parcel: everything }),
    of(order, 'order.on_hold', { at: -30 }),
  );
  expect(await load(order)).toMatchObject({
    status: 'delivered',
    parcels: [{ status: 'delivered', shippedAt: new Date(hour(-20)), deliveredAt: new Date(hour(-1)) }],
  });
});

test('the same webhook again is answered the same and changes nothing, also at the same moment', async () => {
  const order = await anotherOrder();
  const event = of(order, 'order.shipped', { parcel: everything });
  const answers = await Promise.all([1, 2, 3, 4].map(() => tell(event, { id: 'msg_again' })));
  answers.push(await tell(event, { id: 'msg_again', sentAt: new Date(now.getTime() + 240_000) }));
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode}${body}`))).toEqual(new Set(['204']));
  expect(await history(order)).toHaveLength(1);
});

test('different parcels of an order that are told at the same moment are all counted', async () => {
  const order = await anotherOrder();
  const candle = (number: number) => ({ tracking_number: `TRACK${number}`, lines: [{ line: 2, quantity: 1 }] });
  const answers = await Promise.all(
    [jacket, candle(1), candle(2)].map((parcel) => tell(of(order, 'order.delivered', { parcel }))),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204]);
  expect(await load(order)).toMatchObject({ status: 'delivered', revision: '4' });
});

test('an order is held, waits for stock, and is released: the newest stands', async () => {
  const order = await anotherOrder();
  await statuses(of(order, 'order.back_ordered', { at: -5, estimated_delivery: '2026-03-20' }));
  expect(await load(order)).toMatchObject({ status: 'back_ordered', estimatedDelivery: '2026-03-20' });
  await statuses(of(order, 'order.released', { at: -2 }), of(order, 'order.on_hold', { at: -3 }));
  expect((await load(order))?.status).toBe('processing');
});

test('what the store cancels is cancelled and refunded as far as it has not shipped', async () => {
  const whole = await anotherOrder();
  await statuses(of(whole, 'order.cancelled', { reason: 'The payment was declined.' }));
  expect(await load(whole)).toMatchObject({ status: 'cancelled', cancelReason: 'The payment was declined.' });
  const { totalCents = 0, payments = [] } = (await load(whole)) ?? {};
  expect(payments.reduce((sum, { refundedCents }) => sum + refundedCents, 0)).toBe(totalCents);

  const rest = await anotherOrder();
  await statuses(
    of(rest, 'order.shipped', { parcel: jacket }),
    of(rest, 'order.cancelled'),
    of(rest, 'order.cancelled'),
  );
  expect(await load(rest)).toMatchObject({
    status: 'shipped',
    lines: [{ counts: { cancelled: 0 } }, { counts: { cancelled: 2 } }],
  });
});

test('a parcel that holds less than was thought is corrected', async () => {
  const order = await anotherOrder();
  await statuses(
    of(order, 'order.delivered', { at: -2, parcel: { tracking_number: '1Z999AA1' } }),
    of(order, 'order.shipped', { at: -20, parcel: jacket }),
  );
  expect(await load(order)).toMatchObject({
    status: 'partially_shipped',
    lines: [{ counts: { shipped: 1, delivered: 1 } }, { counts: { shipped: 0, delivered: 0 } }],
  });
});

test('an order that is not there is a 404, and may be told again once it is', async () => {
  const number = `ORD-${70_000 + placed + 1}`;
  const event = of(number, 'order.shipped', { parcel: everything });
  const early = await tell(event, { id: 'msg_early' });
  expect(early.json()).toMatchObject({ status: 404, code: 'not_found' });
  await anotherOrder();
  expect((await tell(event, { id: 'msg_early' })).statusCode).toBe(204);
  expect((await load(number))?.status).toBe('shipped');
});

test('what is malformed, in the future, or of another order changes nothing', async () => {
  const order = await anotherOrder();
  for (const event of [
    of(order, 'order.exploded'),
    of(order, 'order.shipped'),
    of(order, 'order.shipped', { at: 1, parcel: everything }),
    of(order, 'order.shipped', { parcel: { ...everything, lines: [{ line: 3, quantity: 1 }] } }),
    of(order, 'order.shipped', { parcel: { ...everything, lines: [{ line: 1, quantity: 2 }] } }),
    of(order, 'order.shipped', { parcel: { ...everything, tracking_number: "1Z'; drop" } }),
  ]) {
    expect((await tell(event)).json()).toMatchObject({ status: 400, code: 'malformed' });
  }
  expect(await load(order)).toMatchObject({ status: 'processing', revision: '1' });
});

test('believes nobody without the signature of the store over this very body, at this time', async () => {
  const order = await anotherOrder();
  const event = of(order, 'order.cancelled');
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
  for (const telling of [
    { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    { payload: JSON.stringify({ ...event, data: { order_number: 'ORD-70001' } }) },
    { payload: `${JSON.stringify(event)} ` },
    { sentAt: minutes(-5.1) },
    { sentAt: minutes(5.1) },
  ]) {
    expect((await tell(event, telling)).json()).toMatchObject({ status: 401, code: 'unauthorized' });
  }
  const bare = await server.app.inject({ method: 'POST', url: '/webhooks/orders', payload: event });
  expect(bare.json()).toMatchObject({ status: 401, code: 'unauthorized' });
  expect(await load(order)).toMatchObject({ status: 'processing', revision: '1' });
  expect((await tell(event, { sentAt: minutes(-4.9) })).statusCode).toBe(204);
});

test('without a secret nothing is believed', async () => {
  const without = await testServer(database, { clock: () => now });
  const answer = await tellOrders(without, of('ORD-70001', 'order.cancelled'));
  expect(answer.statusCode).toBe(401);
  await without.app.close();
});

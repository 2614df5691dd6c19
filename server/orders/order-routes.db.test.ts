import type { OrderView, TrackingView } from '@orderline/contract/order.ts';
import { orderStatus } from '@orderline/contract/order.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from './seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

async function told(number: string): Promise<{ order: OrderView; tracking: TrackingView; raw: string }> {
  const { email } = await database.database
    .selectFrom('orders')
    .select('email')
    .where('order_number', '=', number)
    .executeTakeFirstOrThrow();
  const call = await orderCall(server);
  const looked = await call.lookUp({ order_number: number, verification: { email } });
  expect(looked.statusCode).toBe(200);
  const path = `/api/orders/${encodeURIComponent(number)}`;
  const [order, tracking] = await Promise.all([call.get(path), call.get(`${path}/tracking`)]);
  expect([order.statusCode, tracking.statusCode]).toEqual([200, 200]);
  return { order: order.json(), tracking: tracking.json(), raw: looked.body + order.body + tracking.body };
}

test('every order of the demo catalogue is told in whole sentences, and no more of it than may be', async () => {
  const rows = await database.database.selectFrom('orders').selectAll().execute();
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(orderStatus.options));
  for (const row of rows) {
    const { order, tracking, raw } = await told(row.order_number);
    for (const say of [order.say, tracking.say]) {
      expect(say).toMatch(/^[A-Z].*[.?]$/);
      expect(say).not.toMatch(/undefined|null|NaN|[{}[\]]|\d{4}-\d\d-\d\d/);
    }
    for (const secret of [row.street, row.customer_name, row.email, row.phone ?? row.street])
      expect(raw).not.toContain(secret);
  }
});

test("tells the seed's example", async () => {
  const { order, tracking } = await told('ORD-12345');
  expect(order).toMatchObject({
    total_cents: 10_997,
    payment_method: 'Visa ending in 4242',
    shipping_to: { city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
    ordered_on: '2026-03-01',
    shipped_on: '2026-03-02',
    estimated_delivery: '2026-03-08',
  });
  expect(tracking.parcels).toMatchObject([
    {
      carrier: 'UPS',
      tracking_url: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
      is_late: false,
      is_stuck: false,
      last_scan: { place: 'Dallas, TX' },
    },
  ]);
});

test.each([
  ['ORD-10012', { is_late: true, is_stuck: false }],
  ['ORD-10013', { is_late: true, is_stuck: true }],
])('the parcel of %s is told as %j', async (number, delay) => {
  expect((await told(number)).tracking.parcels).toMatchObject([delay]);
});

test('an order in two parcels tells each with what is in it', async () => {
  const { tracking } = await told('#W2378156');
  expect(tracking.parcels.map(({ carrier, lines }) => [carrier, lines.map(({ name }) => name)])).toEqual([
    ['UPS', ['Wool Sweater - Charcoal, Size XL']],
    ['FedEx', ['Stoneware Vase', 'Cedar Candle']],
  ]);
});

test('text in an order is data, whatever it says', async () => {
  await database.database
    .updateTable('order_lines')
    .set({ name: 'Tee <script>alert(1)</script>\u202e\u0007 `rm`' })
    .where('order_number', '=', 'ORD-10021')
    .execute();
  const { order } = await told('ORD-10021');
  expect(order.lines[0]?.name).toBe('Tee alert(1) rm');
});

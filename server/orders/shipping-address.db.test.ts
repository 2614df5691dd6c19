import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from './seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
const path = '/api/orders/ORD-12345/shipping-address';
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

const audited = async () =>
  (await database.database.selectFrom('audit_log').selectAll().orderBy('id').execute()).map(
    ({ staff_id, act, subject, detail }) => ({ staff_id, act, subject, detail }),
  );

test('a caller who asks hears the whole address, and each reading is in the audit log without it', async () => {
  const call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-12345', verification: { email: 'customer@email.com' } });
  const told = await call.get(path);
  expect(told.json()).toEqual({
    order_number: 'ORD-12345',
    address: '123 Main St, Austin, TX 78701',
    say: 'Order ORD-12345 goes to 123 Main St, Austin, TX 78701.',
  });
  expect(told.headers['cache-control']).toBe('no-store');
  expect(await audited()).toEqual([
    { staff_id: null, act: 'shipping_address_read', subject: 'order:ORD-12345', detail: { call_id: call.id } },
  ]);
});

test('a caller who has not proved the order hears nothing, and nothing is audited', async () => {
  const before = await audited();
  const stranger = await orderCall(server);
  await stranger.lookUp({ order_number: 'ORD-10003', verification: { email: 'customer@email.com' } });
  expect((await stranger.get(path)).statusCode).toBe(404);
  expect((await server.app.inject(path)).statusCode).toBe(401);
  expect(await audited()).toEqual(before);
});

import type { Problem } from '@orderline/contract/problem.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

let database: FreshDatabase;
let server: TestServer;
let call: OrderCall;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  await seedDemoOrders(database.database, { now: new Date(), timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});
beforeEach(async () => {
  await database.database.deleteFrom('messages').execute();
  call = await orderCall(server);
});

const prove = (order_number: string, email: string) => call.lookUp({ order_number, verification: { email } });
const ask = (order_number: string, channel = 'sms', headers: Record<string, string> = {}) =>
  call.post(`/api/orders/${order_number}/messages`, { kind: 'tracking_link', channel }, headers);
const outbox = () => database.database.selectFrom('messages').selectAll().execute();

test('keeps the tracking link for the phone on file, and says that texting is not switched on', async () => {
  await prove('ORD-12345', 'customer@email.com');
  const response = await ask('ORD-12345');
  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual({
    outcome: 'kept',
    say: "I'm sorry, texting isn't switched on for Juniper Row yet, so I can't send it. You can follow your order at yourstore.com/track instead.",
  });
  expect(await outbox()).toMatchObject([
    {
      recipient: '+1 512 555 0142',
      text: 'Juniper Row: follow order ORD-12345 at https://www.ups.com/track?tracknum=1Z999AA10123456784',
      state: 'kept',
    },
  ]);
});

test('asked again, also at the same moment, it is kept once', async () => {
  await prove('ORD-12345', 'customer@email.com');
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => ask('ORD-12345', 'email', { 'idempotency-key': 'k1' })),
  );
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(await outbox()).toHaveLength(1);
});

test('an idempotency key belongs to one request', async () => {
  await prove('ORD-12345', 'customer@email.com');
  expect((await ask('ORD-12345', 'sms', { 'idempotency-key': 'k2' })).statusCode).toBe(200);
  const reused = await ask('ORD-12345', 'email', { 'idempotency-key': 'k2' });
  expect(reused.statusCode).toBe(422);
  expect(reused.json<Problem>().code).toBe('idempotency_key_reused');
  expect(await outbox()).toHaveLength(1);
});

test('without a phone on file it refuses, and suggests the e-mail', async () => {
  await prove('ORD-10012', 'grace_kim@example.com');
  const response = await ask('ORD-10012');
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({
    code: 'refused',
    say: expect.stringContaining('by email instead?') as string,
  });
  expect((await ask('ORD-10012', 'email')).statusCode).toBe(200);
});

test('refuses for an order that has no parcel', async () => {
  await prove('ORD-10001', 'maya.torres@example.com');
  const response = await ask('ORD-10001');
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({
    code: 'refused',
    say: expect.stringContaining("hasn't shipped yet") as string,
  });
});

test('an order that was not proved in this call has no messages, and no recipient can be named', async () => {
  expect((await ask('ORD-12345')).statusCode).toBe(404);
  await prove('ORD-12345', 'customer@email.com');
  const dictated = await call.post('/api/orders/ORD-12345/messages', {
    kind: 'tracking_link',
    channel: 'sms',
    to: '+1 900 555 0199',
  });
  expect(dictated.statusCode).toBe(400);
  expect(await outbox()).toEqual([]);
});

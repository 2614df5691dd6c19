import type { AcceptResponse, ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const start = new Date('2026-03-05T17:00:00Z');
let now = start;
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
beforeEach(async () => {
  now = start;
  await database.database.deleteFrom('orders').execute();
  await database.database.deleteFrom('returns').execute();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const oneTee = { kind: 'return', lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };

test('x', async () => {
  const call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-10028', verification: { email: 'customer@email.com' } });
  const done = await change(call, 'ORD-10028', oneTee);
  expect(done.json()).toMatchObject({ outcome: 'done', say: '', rma: 'RMA-100001' });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '@orderline/contract/problem.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { joinTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';

const answer = {
  order_number: 'ORD-12345',
  status: 'processing',
  items: [{ name: 'Classic Tee - Navy, Size M', qty: 2, price: 29.99 }],
  subtotal: 59.98,
  shipping: 'free',
  total: 59.98,
  shipping_address: '123 Main St, Austin, TX 78701',
  order_date: '2026-03-01',
};
const rightPair = { order_number: 'ORD-12345', verification: { email: 'customer@email.com' } };
const wrongPair = { order_number: 'ORD-12345', verification: { email: 'somebody@else.com' } };

let store: Server;
let isDown = false;
let status = 'processing';
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  store = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (isDown) response.writeHead(500).end();
      else if (body.includes('customer@email.com')) response.end(JSON.stringify({ ...answer, status }));
      else response.writeHead(404).end('{}');
    });
  });
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  database = await freshDatabase();
  const url = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  server = await testServer(database, {
    clock: () => new Date('2026-03-05T17:00:00Z'),
    config: { storeApi: { url, key: 'key' } },
  });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
  store.closeAllConnections();
  await new Promise((resolve) => store.close(resolve));
});
beforeEach(() => {
  isDown = false;
  status = 'processing';
});

test('the store’s own orders are proved by the same rule', async () => {
  const call = await orderCall(server);
  expect((await call.lookUp(wrongPair)).json()).toMatchObject({ code: 'verification_failed', attempts_left: 1 });
  expect((await call.lookUp(rightPair)).json()).toMatchObject({
    total: 59.98,
    shipping_address: { city: 'Austin', zip: '78701' },
  });
});

test('a verified order is asked for again, so what is told is what the store has now', async () => {
  const call = await orderCall(server);
  await call.lookUp(rightPair);
  status = 'cancelled';
  expect((await call.get('/api/orders/ORD-12345')).json()).toMatchObject({ status: 'cancelled' });
});

test('a store that is down costs no attempt, and the agent has something to say', async () => {
  const call = await orderCall(server);
  isDown = true;
  const response = await call.lookUp(rightPair);
  expect(response.statusCode).toBe(503);
  expect(response.headers['retry-after']).toBeDefined();
  const problem: Problem = response.json();
  expect(problem).toMatchObject({
    code: 'unavailable',
    say: "I'm sorry, I can't reach our order system right now. Could we try again in a moment?",
  });
  isDown = false;
  expect((await call.lookUp(wrongPair)).json()).toMatchObject({ attempts_left: 1 });
});

test('a job may join while the store is down, and what was verified stays so', async () => {
  const call = await orderCall(server);
  await call.lookUp(rightPair);
  isDown = true;
  expect((await joinTestCall(server.app, call.id)).verified_orders).toEqual([]);
  isDown = false;
  expect((await joinTestCall(server.app, call.id)).verified_orders).toMatchObject([{ order_number: 'ORD-12345' }]);
});

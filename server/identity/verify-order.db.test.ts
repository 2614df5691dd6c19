import type { LookupResponse } from '@orderline/contract/order.ts';
import type { Problem } from '@orderline/contract/problem.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { joinTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const firstFailure =
  "I wasn't able to pull up an order with that combination. Could you double-check the order number and email?";
const refusal =
  "For your security, I'm not able to look up that order right now. I'd recommend checking your confirmation email or logging into your account at yourstore.com. Is there anything else I can help with?";
const rightPair = { order_number: 'ORD-12345', verification: { email: 'customer@email.com' } };
const wrong = (email: string, order_number = 'ORD-12345') => ({ order_number, verification: { email } });

let database: FreshDatabase;
let server: TestServer;
let now = new Date('2026-03-05T17:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});
beforeEach(async () => {
  now = new Date('2026-03-05T17:00:00Z');
  await database.database.deleteFrom('failed_lookups').execute();
});

const problemOf = (response: { json: () => unknown }) => response.json() as Problem;

test("answers the right pair in the seed's form, with its status in words", async () => {
  const call = await orderCall(server);
  const response = await call.lookUp(rightPair);
  expect(response.statusCode).toBe(200);
  const order: LookupResponse = response.json();
  expect(order).toMatchObject({
    order_number: 'ORD-12345',
    status: 'shipped',
    total: 109.97,
    shipping: 'free',
    estimated_delivery: '2026-03-08',
    shipping_address: { city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
    payment_method: 'Visa ending in 4242',
  });
  expect(order.say).toBe(
    "Good news — your order shipped on Monday, March 2 via UPS. Your tracking number is 1Z999AA10123456784. It's estimated to arrive by Sunday, March 8. Would you like me to text you the tracking link?",
  );
  expect(response.body).not.toContain('Main St');
});

test('takes the phone on the order instead, however it is written, and the number without its dash', async () => {
  const call = await orderCall(server);
  const response = await call.lookUp({ order_number: 'ord12345', verification: { phone: '(512) 555-0142' } });
  expect(response.statusCode).toBe(200);
});

test('refuses in the words of the specification after the second failure', async () => {
  const call = await orderCall(server);
  const first = await call.lookUp(wrong('somebody@else.com'));
  expect(first.statusCode).toBe(404);
  expect(problemOf(first)).toMatchObject({ code: 'verification_failed', attempts_left: 1, say: firstFailure });
  const second = await call.lookUp(wrong('somebody@else.com'));
  expect(second.statusCode).toBe(404);
  expect(problemOf(second)).toMatchObject({ code: 'verification_failed', attempts_left: 0, say: refusal });
});

test('tells everyone after the refusal that new orders take a while to appear, whatever pair they give', async () => {
  const answers = new Set<string>();
  for (const pair of [rightPair, wrong('somebody@else.com'), wrong('customer@email.com', 'ORD-99999')]) {
    const call = await orderCall(server);
    await call.lookUp(wrong('one@else.com'));
    await call.lookUp(wrong('two@else.com'));
    answers.add((await call.lookUp(pair)).body);
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain('New orders can take a few minutes to appear');
});

test('tells an unknown order, a wrong e-mail, a wrong phone and a locked order apart by nothing', async () => {
  const bodies = new Set<string>();
  const failures: object[] = [
    wrong('somebody@else.com'),
    wrong('customer@email.com', 'ORD-99999'),
    { order_number: 'ORD-12345', verification: { phone: '+1 512 555 0199' } },
    wrong('customer@email.com', 'ORD-10001'),
  ];
  for (const payload of failures) {
    const call = await orderCall(server);
    const { statusCode, body, headers } = await call.lookUp(payload);
    bodies.add(`${statusCode} ${String(headers['content-type'])} ${String(headers['content-length'])} ${body}`);
  }
  for (let guess = 0; guess < 10; guess += 1) {
    const call = await orderCall(server, `198.51.100.${guess}`);
    await call.lookUp(wrong(`guess${guess}@else.com`));
  }
  const locked = await orderCall(server, '192.0.2.1');
  const { statusCode, body, headers } = await locked.lookUp(rightPair);
  bodies.add(`${statusCode} ${String(headers['content-type'])} ${String(headers['content-length'])} ${body}`);
  expect(bodies.size).toBe(1);
});

test('a gift is proved by the buyer, not by who receives it', async () => {
  const call = await orderCall(server);
  expect((await call.lookUp(wrong('ruth.okafor@example.com', '#W2378157'))).statusCode).toBe(404);
  const bought = await call.lookUp(wrong('daniel.okafor@example.com', '#W2378157'));
  expect(bought.statusCode).toBe(200);
});

test.each([
  {},
  { order_number: 'ORD-12345' },
  { order_number: 'ORD-12', verification: { email: 'customer@email.com' } },
  { order_number: '12345', verification: { email: 'customer@email.com' } },
  { order_number: 'ORD-12345', verification: { email: 'customer at email' } },
  { order_number: 'ORD-12345', verification: { phone: '123' } },
  { order_number: 'ORD-12345', verification: { email: 'customer@email.com', phone: '512 555 0142' } },
  { order_number: "ORD-1' or 1=1", verification: { email: 'customer@email.com' } },
  { order_number: 12345, verification: { email: 'customer@email.com' } },
])('what was only half heard is 400 and costs nothing: %j', async (payload) => {
  const call = await orderCall(server);
  for (let time = 0; time < 3; time += 1) {
    const response = await call.lookUp(payload);
    expect(response.statusCode).toBe(400);
    expect(problemOf(response).code).toBe('malformed');
  }
  expect((await call.lookUp(rightPair)).statusCode).toBe(200);
});

test('only failures count, and a success between does not forgive them', async () => {
  const call = await orderCall(server);
  await call.lookUp(wrong('somebody@else.com'));
  expect((await call.lookUp(rightPair)).statusCode).toBe(200);
  expect((await call.lookUp(rightPair)).statusCode).toBe(200);
  const second = await call.lookUp(wrong('customer@email.com', 'ORD-10001'));
  expect(problemOf(second)).toMatchObject({ attempts_left: 0, say: refusal });
  expect((await call.lookUp(rightPair)).statusCode).toBe(404);
  const stillVerified = await call.get('/api/orders/ORD-12345');
  expect(stillVerified.statusCode).toBe(200);
});

test('of many wrong pairs and a right one at the same moment no more than the limit is heard', async () => {
  for (let round = 0; round < 5; round += 1) {
    await database.database.deleteFrom('failed_lookups').execute();
    const call = await orderCall(server);
    const guesses = Array.from({ length: 12 }, (_, guess) => wrong(`guess${guess}@else.com`));
    const answers = await Promise.all([...guesses].map((guess) => call.lookUp(guess)));
    const left = answers.map((answer) => problemOf(answer).attempts_left).sort();
    expect(left).toEqual([...Array<number>(11).fill(0), 1]);
    expect((await call.lookUp(rightPair)).statusCode).toBe(404);
  }
});

test('right pairs at the same moment are all verified', async () => {
  const call = await orderCall(server);
  const answers = await Promise.all([
    call.lookUp(rightPair),
    call.lookUp(wrong('customer@email.com', 'ORD-10003')),
    call.lookUp(wrong('customer@email.com', 'ORD-10028')),
    call.lookUp(rightPair),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
});

test('ten wrong pairs in an hour lock a caller across calls, and an hour later he may try again', async () => {
  for (let guess = 0; guess < 10; guess += 1) {
    const call = await orderCall(server);
    const number = `ORD-${String(20_000 + guess)}`;
    await call.lookUp(wrong(`guess${guess}@else.com`, number));
  }
  const again = await orderCall(server);
  expect(problemOf(await again.lookUp(rightPair))).toMatchObject({ attempts_left: 1, say: firstFailure });
  const elsewhere = await orderCall(server, '192.0.2.7');
  expect((await elsewhere.lookUp(rightPair)).statusCode).toBe(200);

  now = new Date(now.getTime() + 3_600_001);
  const later = await orderCall(server);
  expect((await later.lookUp(rightPair)).statusCode).toBe(200);
});

test('ten callers that fail on one order lock that order and no other', async () => {
  for (let guess = 0; guess < 10; guess += 1) {
    const call = await orderCall(server, `198.51.100.${guess}`);
    await call.lookUp(wrong(`guess${guess}@else.com`));
  }
  const owner = await orderCall(server, '192.0.2.8');
  expect((await owner.lookUp(wrong('customer@email.com', 'ORD-10003'))).statusCode).toBe(200);
  expect((await owner.lookUp(rightPair)).statusCode).toBe(404);
});

test('ten orders tried with one e-mail lock that e-mail', async () => {
  for (let guess = 0; guess < 10; guess += 1) {
    const call = await orderCall(server, `198.51.100.${guess}`);
    await call.lookUp(wrong('customer@email.com', `ORD-${String(30_000 + guess)}`));
  }
  const owner = await orderCall(server, '192.0.2.9');
  expect((await owner.lookUp(rightPair)).statusCode).toBe(404);
  const byPhone = await orderCall(server, '192.0.2.9');
  expect(
    (await byPhone.lookUp({ order_number: 'ORD-12345', verification: { phone: '512 555 0142' } })).statusCode,
  ).toBe(200);
});

test('the same wrong pair again and again counts in its call only', async () => {
  for (let time = 0; time < 12; time += 1) {
    const call = await orderCall(server);
    await call.lookUp(wrong('custommer@email.com'));
    expect(problemOf(await call.lookUp(wrong('custommer@email.com'))).attempts_left).toBe(0);
  }
  const call = await orderCall(server);
  expect((await call.lookUp(rightPair)).statusCode).toBe(200);
});

test('parallel calls cannot pass the limit of an order together', async () => {
  const calls = await Promise.all(Array.from({ length: 16 }, (_, at) => orderCall(server, `198.51.100.${at}`)));
  await Promise.all(calls.map((call, at) => call.lookUp(wrong(`guess${at}@else.com`))));
  const counted = await database.database
    .selectFrom('failed_lookups')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('is_counted', '=', true)
    .executeTakeFirstOrThrow();
  expect(Number(counted.count)).toBe(10);
});

test('another call sees neither the order nor whether it exists', async () => {
  const owner = await orderCall(server);
  await owner.lookUp(rightPair);
  const other = await orderCall(server);
  for (const path of ['', '/tracking']) {
    expect((await owner.get(`/api/orders/ORD-12345${path}`)).statusCode).toBe(200);
    const answers = await Promise.all(
      ['ORD-12345', 'ORD-99999', 'not-a-number'].map((number) => other.get(`/api/orders/${number}${path}`)),
    );
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(problemOf(answers[0] ?? { json: () => undefined })).toMatchObject({ status: 404, code: 'not_found' });
  }
});

test('a job that takes over finds what was proved and how many attempts are left', async () => {
  const call = await orderCall(server);
  await call.lookUp(wrong('somebody@else.com'));
  await call.lookUp(rightPair);
  const joined = await joinTestCall(server.app, call.id);
  expect(joined.attempts_left).toBe(1);
  expect(joined.verified_orders).toMatchObject([{ order_number: 'ORD-12345', total: 109.97 }]);
});

test('nothing that was given is kept in the clear', async () => {
  const call = await orderCall(server);
  await call.lookUp(wrong('somebody@else.com', 'ORD-77777'));
  await call.lookUp(rightPair);
  const failed = await database.database.selectFrom('failed_lookups').selectAll().execute();
  const verified = await database.database.selectFrom('verified_orders').select('sealed_factor').execute();
  expect(JSON.stringify(failed)).not.toMatch(/somebody|77777|203\.0/);
  expect(verified.map(({ sealed_factor }) => sealed_factor?.toString('latin1')).join()).not.toContain('customer');
});

test('what proved an order is forgotten after its call', async () => {
  const call = await orderCall(server);
  await call.lookUp(rightPair);
  await call.post(`/api/calls/${call.id}/end`, { reason: 'goodbye' });
  await (await orderCall(server)).lookUp(rightPair);
  const { sealed_factor } = await database.database
    .selectFrom('verified_orders')
    .select('sealed_factor')
    .where('call_id', '=', call.id)
    .executeTakeFirstOrThrow();
  expect(sealed_factor).toBeNull();
});

import type { MessageResponse } from '@orderline/contract/message.ts';
import type { Problem } from '@orderline/contract/problem.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { change } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { storeTurns } from '../../test/support/store-turns.ts';
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
  for (const table of ['messages', 'customer_notices', 'texting_consents', 'suppressions'] as const) {
    await database.database.deleteFrom(table).execute();
  }
  call = await orderCall(server);
});

const prove = (order_number: string, email: string) => call.lookUp({ order_number, verification: { email } });
const proveSeedOrder = async () => {
  await prove('ORD-12345', 'customer@email.com');
  await storeTurns(call, [
    { id: 'a1', role: 'agent', text: 'Would you like me to text you the tracking link?' },
    { id: 'c1', role: 'customer', text: 'Yes please, text it to me.' },
  ]);
};
const ask = (order_number: string, body: object, headers: Record<string, string> = {}) =>
  call.post(`/api/orders/${order_number}/messages`, { kind: 'tracking_link', ...body }, headers);
const outbox = () => database.database.selectFrom('messages').selectAll().orderBy('asked_at').execute();
const consents = () => database.database.selectFrom('texting_consents').selectAll().execute();

test('texts the tracking link to the phone on file after a yes, and says that texting is not switched on', async () => {
  await proveSeedOrder();
  const response = await ask('ORD-12345', { channel: 'sms', consent_turn_id: 'c1' });
  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual({
    outcome: 'kept',
    say: "I'm sorry, texting isn't switched on for Juniper Row yet, so I can't send it. You can follow your order at yourstore.com/track instead.",
  });
  expect(await outbox()).toMatchObject([
    {
      recipient: '+15125550142',
      text: 'Juniper Row: Follow order ORD-12345 at https://www.ups.com/track?tracknum=1Z999AA10123456784\nReply STOP to opt out.',
      state: 'kept',
    },
  ]);
  expect(await consents()).toMatchObject([
    {
      answer: 'yes',
      call_id: call.id,
      turn_id: 'c1',
      asked: 'Would you like me to text you the tracking link?',
      answered: 'Yes please, text it to me.',
    },
  ]);
});

test('nobody is texted who was not asked: the question to ask comes back, and nothing is kept', async () => {
  await proveSeedOrder();
  const response = await ask('ORD-12345', { channel: 'sms' });
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({
    reason: 'consent_unknown',
    say: 'May I text you at the phone number on your order?',
  });
  expect(await outbox()).toEqual([]);
});

test.each([['c9'], ['a1']])(
  'a consent that names the turn %s is none: only a stored answer of the customer is',
  async (turn) => {
    await proveSeedOrder();
    const response = await ask('ORD-12345', { channel: 'sms', consent_turn_id: turn });
    expect(response.statusCode).toBe(409);
    expect(response.json<Problem>().code).toBe('not_confirmed');
    expect(await consents()).toEqual([]);
    expect(await outbox()).toEqual([]);
  },
);

test('another number or address is refused, and a person offered', async () => {
  await proveSeedOrder();
  const response = await ask('ORD-12345', { channel: 'sms', recipient: 'other', consent_turn_id: 'c1' });
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({ reason: 'other_contact', offers: ['escalation'] });
  expect(response.json<Problem>().say).toContain('I can only send messages to the contact details on the order');
  expect(await outbox()).toEqual([]);
});

test('asked again, also at the same moment, it is kept once', async () => {
  await proveSeedOrder();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => ask('ORD-12345', { channel: 'email' }, { 'idempotency-key': 'k1' })),
  );
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  await Promise.all(Array.from({ length: 4 }, () => ask('ORD-12345', { channel: 'email' })));
  expect(await outbox()).toHaveLength(1);
});

test('an idempotency key belongs to one request', async () => {
  await proveSeedOrder();
  expect((await ask('ORD-12345', { channel: 'email' }, { 'idempotency-key': 'k2' })).statusCode).toBe(200);
  const reused = await ask('ORD-12345', { channel: 'email', kind: 'receipt' }, { 'idempotency-key': 'k2' });
  expect(reused.statusCode).toBe(422);
  expect(reused.json<Problem>().code).toBe('idempotency_key_reused');
  expect(await outbox()).toHaveLength(1);
});

test('the receipt goes by e-mail with lines, shipping, total and the last four digits', async () => {
  await proveSeedOrder();
  const response = await ask('ORD-12345', { kind: 'receipt', channel: 'email' });
  expect(response.json<MessageResponse>().outcome).toBe('kept');
  const [mail] = await outbox();
  expect(mail).toMatchObject({ recipient: 'customer@email.com', subject: 'Your receipt for order ORD-12345' });
  expect(mail?.text).toContain('- 2 x Classic Tee - Navy, Size M, $29.99 each: $59.98');
  expect(mail?.text).toContain('- Shipping: Free\n- Total: $109.97');
  expect(mail?.text).toContain('- Visa ending in 4242: $109.97');
  expect(mail?.html).toContain('<th scope="row"');
});

test('without a phone on file it refuses, and suggests the e-mail', async () => {
  await prove('ORD-10012', 'grace_kim@example.com');
  const response = await ask('ORD-10012', { channel: 'sms' });
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({
    code: 'refused',
    reason: 'no_contact',
    say: expect.stringContaining('by email instead?') as string,
  });
  expect((await ask('ORD-10012', { channel: 'email' })).statusCode).toBe(200);
});

test('a number that has stopped our texts gets none, whatever is said in the call', async () => {
  await proveSeedOrder();
  await database.database
    .insertInto('suppressions')
    .values({ channel: 'sms', recipient: '+15125550142', reason: 'stopped', at: new Date() })
    .execute();
  const response = await ask('ORD-12345', { channel: 'sms', consent_turn_id: 'c1' });
  expect(response.statusCode).toBe(422);
  expect(response.json<Problem>().say).toContain('asked us not to text it');
  expect(await outbox()).toEqual([]);
});

test('a mailbox that is known not to exist is not written to', async () => {
  await proveSeedOrder();
  await database.database
    .insertInto('suppressions')
    .values({ channel: 'email', recipient: 'customer@email.com', reason: 'bounced', at: new Date() })
    .execute();
  expect((await ask('ORD-12345', { channel: 'email' })).statusCode).toBe(422);
  expect(await outbox()).toEqual([]);
});

test('there is no tracking link of an order that has no parcel, and no label without a return', async () => {
  await prove('ORD-10001', 'maya.torres@example.com');
  const tracking = await ask('ORD-10001', { channel: 'email' });
  expect(tracking.statusCode).toBe(422);
  expect(tracking.json<Problem>().say).toContain("hasn't shipped yet");
  const label = await ask('ORD-10001', { kind: 'return_label', channel: 'email' });
  expect(label.statusCode).toBe(422);
  expect(label.json<Problem>().say).toContain("there's no label to send");
});

test('the label of an open return is sent again, attached, once however often it is asked for', async () => {
  await prove('ORD-10020', 'maya.torres@example.com');
  const returned = await change(call, 'ORD-10020', {
    kind: 'return',
    lines: [{ line: 1, quantity: 1 }],
    condition: 'as_new',
    reason: 'size',
  });
  const { rma } = returned.json<{ rma: string }>();
  for (let times = 0; times < 2; times += 1) {
    expect((await ask('ORD-10020', { kind: 'return_label', channel: 'email' })).statusCode).toBe(200);
  }
  const labels = (await outbox()).filter(({ kind }) => kind === 'label_again');
  expect(labels).toMatchObject([
    { subject: `Your return label for ${rma}`, attachments: [{ kind: 'return_label', rma }], state: 'kept' },
  ]);
  expect(labels[0]?.text).toContain(`/labels/${rma}.pdf?expires=`);
});

test('an order that was not proved in this call has no messages, and no recipient can be named', async () => {
  expect((await ask('ORD-12345', { channel: 'sms' })).statusCode).toBe(404);
  await proveSeedOrder();
  expect((await ask('ORD-12345', { channel: 'sms', to: '+1 900 555 0199' })).statusCode).toBe(400);
  expect(await outbox()).toEqual([]);
});

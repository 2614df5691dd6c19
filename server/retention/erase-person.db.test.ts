import { randomUUID } from 'node:crypto';
import type { AuditResponse } from '@orderline/contract/staff.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { bearer, joinTestCall, openTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';
import { JobQueue } from '../database/job-queue.ts';
import { phoneKey } from '../messages/phone-key.ts';

const email = 'canary.customer@example.com';
const phone = '+1 (512) 555-0187';
const canaries = [email, 'Canaria Birdwell', '77 Canary Row', '5125550187'];

let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  staff = await signInTestStaff(server);
});
beforeEach(() =>
  run(sql`truncate orders, calls, returns, claims, messages, customer_notices, suppressions, texting_consents,
    unanswered_questions, idempotency_keys cascade`),
);
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const run = (statement: ReturnType<typeof sql>) => statement.execute(database.database);

/** The tables, pg-boss's too, with a canary in any column of any row; a phone is found however it is written. */
async function tablesWithCanary(wanted: readonly string[] = canaries): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; table: string }>`
    select relname as name, oid::regclass::text as table from pg_class
    where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relkind in ('r', 'p')
      and not relispartition`.execute(database.database);
  const found = [];
  for (const { name, table } of tables) {
    const { rows } = await sql`
      select from ${sql.raw(table)} as whole_row, unnest(${wanted.map((text) => text.toLowerCase())}::text[]) as canary
      where strpos(lower(whole_row::text), canary) > 0
        or (canary ~ '^\\d+$' and strpos(regexp_replace(whole_row::text, '\\D', '', 'g'), canary) > 0)
      limit 1`.execute(database.database);
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}

interface Customer {
  readonly orderNumber: string;
  readonly email: string;
  readonly phone: string;
  readonly name: string;
  readonly street: string;
  readonly recipientEmail?: string;
}

const canary: Customer = {
  orderNumber: 'ORD-77001',
  email: 'Canary.Customer@example.com',
  phone,
  name: 'Canaria Birdwell',
  street: '77 Canary Row',
};
const other: Customer = {
  orderNumber: 'ORD-77002',
  email: 'not.canary.customer@example.com',
  phone: '+1 512 555 0100',
  name: 'Otto Other',
  street: '1 Other Street',
};

async function placeOrder({ orderNumber, email: contact, phone: number, name, street, recipientEmail }: Customer) {
  await run(sql`
    insert into orders (order_number, status, email, phone, customer_name, subtotal_cents, total_cents, shipping_method,
      recipient_name, recipient_email, street, city, state, zip, country, ordered_at)
    values (${orderNumber}, 'delivered', ${contact}, ${number}, ${name}, 2999, 2999, 'standard', ${name},
      ${recipientEmail ?? null}, ${street}, 'Austin', 'TX', '78701', 'US', now())`);
  await run(sql`insert into order_lines (order_number, line, sku, name, kind, unit_price_cents, quantity)
    values (${orderNumber}, 1, 'TEE', 'Classic Tee', 'apparel', 2999, 1)`);
  await run(sql`insert into payments (order_number, payment, method, captured_cents)
    values (${orderNumber}, 1, 'paypal', 2999)`);
}

/** A call in which the order is proved, over HTTP as a job does it. */
async function callAbout(customer: Customer): Promise<string> {
  const { id, visit_token } = await openTestCall(server.app);
  const { call_token } = await joinTestCall(server.app, id);
  const post = (url: string, payload: object, token = call_token) =>
    server.app.inject({ method: 'POST', url, headers: bearer(token), payload });
  const at = new Date().toISOString();
  const said = {
    kind: 'turn',
    role: 'customer',
    by: 'voice',
    at,
    id: 'a',
    text: `I'm ${customer.name}, ${customer.email}`,
  };
  await post(`/api/calls/${id}/events`, { events: [said] });
  const lookup = { order_number: customer.orderNumber, verification: { email: customer.email } };
  expect((await post('/api/orders/lookup', lookup)).statusCode).toBe(200);
  await post('/api/visit/message', { text: `Ring ${customer.name}`, contact: customer.phone }, visit_token);
  return id;
}

/** What the features write about an order, one row in each table that can have something personal. */
async function writeAbout({ orderNumber, email: contact, phone: number, name, street }: Customer, callId: string) {
  const about = sql`${orderNumber}`;
  const words = JSON.stringify({
    kind: 'address_changed',
    effect: 'change_address',
    words: name,
    address: street,
  });
  await run(sql`insert into proposals (id, call_id, order_number, kind, request, consequences, say, state, proposed_at,
      expires_at) values (gen_random_uuid(), ${callId}, ${about}, 'address_change', ${words}::jsonb, '{"lines": []}',
      ${name}, 'declined', now(), now())`);
  await run(sql`insert into idempotency_keys (scope, key, request_digest, response, asked_at)
    values (${`${callId} proposals`}, 'k', '', ${words}::jsonb, now())`);
  await run(sql`insert into order_history (change_id, order_number, version, kind, reason, effects, changed_at)
    values (gen_random_uuid(), ${about}, 1, 'address_change', ${name},
      ${JSON.stringify([{ effect: 'change_address', address: { street } }])}::jsonb,
      now())`);
  await run(sql`insert into replacements (order_number, change_id, line, sku, quantity, shipping, address, asked_at)
    values (${about}, gen_random_uuid(), 1, 'TEE', 1, 'standard', ${JSON.stringify({ street })}::jsonb, now())`);
  await run(sql`insert into returns (rma, kind, order_number, email, phone, change_id, state, reason, reason_words,
      requested_at, ship_by) values (${`RMA-${orderNumber}`}, 'return', ${about}, ${contact}, ${number},
      gen_random_uuid(), 'requested', 'size', ${name}, now(), now())`);
  await run(sql`insert into claims (claim_id, order_number, customer_key, problem, wish, reason_words, value_cents, claimed_at)
    values (gen_random_uuid(), ${about}, '', 'damaged', 'refund', ${name}, 2999, now())`);
  await run(sql`insert into escalations (id, call_id, order_number, sealed_factor, matter, request, context, asked_at)
    values (gen_random_uuid(), ${callId}, ${about}, 'sealed', 'other', ${`Write to ${contact}`}, '{}', now())`);
  await run(sql`insert into customer_notices (key, order_number, notice, email, phone, told_at)
    values (${`${orderNumber} told`}, ${about}, ${words}::jsonb, ${contact}, ${number}, now())`);
  await run(sql`insert into messages (dedupe_key, order_number, kind, channel, recipient, text, state, asked_at)
    values (${`${orderNumber} sent`}, ${about}, 'receipt', 'email', ${contact}, ${`Dear ${name}`}, 'sent', now())`);
  await run(
    sql`insert into suppressions (channel, recipient, reason, at) values ('email', ${contact}, 'bounced', now())`,
  );
  await run(sql`insert into texting_consents (phone_key, answer, call_id, turn_id, asked, answered, at)
    values (${keyOf(number)}, 'no', ${callId}, 'a', 'May we text you?', ${`No, said ${name}`}, now())`);
  await run(sql`insert into unanswered_questions (question, first_asked_at, last_asked_at)
    values (${`where is ${contact.toLowerCase()}`}, now(), now())`);
  const jobs = new JobQueue({ database: database.database, databaseUrl: database.url, log: server.app.log });
  await jobs.send(database.database, { name: 'forgetful', id: randomUUID(), data: { to: contact } });
}

const keyOf = (number: string) => phoneKey(server.config.tokenSecret, number);

async function fillWith(customer: Customer): Promise<string> {
  await placeOrder(customer);
  const callId = await callAbout(customer);
  await writeAbout(customer, callId);
  return callId;
}

const personalTables = [
  'call_events',
  'claims',
  'customer_notices',
  'escalations',
  'idempotency_keys',
  'job',
  'messages',
  'order_history',
  'orders',
  'proposals',
  'replacements',
  'returns',
  'suppressions',
  'texting_consents',
  'unanswered_questions',
  'visitor_messages',
];

test.each([
  ['e-mail', { email }],
  ['phone', { phone: '512-555-0187' }],
])('erases a person by %s from every table of the database', async (_by, contact) => {
  await fillWith(canary);
  expect(await tablesWithCanary()).toEqual(personalTables);
  const answer = await staff.post('/api/desk/erase', contact);
  expect(answer.json()).toEqual({ orders: 1, calls: 1, messages: 2 });
  expect(await tablesWithCanary()).toEqual([]);
});

test('leaves what was bought and paid, and everybody else’s data', async () => {
  await fillWith(canary);
  await fillWith(other);
  await staff.post('/api/desk/erase', { email });
  const { rows: orders } = await sql`
    select order_number, status, total_cents, city, zip, sku, captured_cents from orders
    join order_lines using (order_number) join payments using (order_number) order by order_number`.execute(
    database.database,
  );
  const facts = {
    status: 'delivered',
    total_cents: 2999,
    city: 'Austin',
    zip: '78701',
    sku: 'TEE',
    captured_cents: 2999,
  };
  expect(orders).toEqual([
    { order_number: canary.orderNumber, ...facts },
    { order_number: other.orderNumber, ...facts },
  ]);
  expect(await tablesWithCanary([other.email, other.name, other.street, '5125550100'])).toEqual(personalTables);
});

test('an order that was erased can be proved by nobody', async () => {
  await placeOrder(canary);
  await staff.post('/api/desk/erase', { email });
  const { rows } = await sql<{ email: string }>`select email, phone from orders`.execute(database.database);
  expect(rows).toEqual([{ email: expect.stringMatching(/^[0-9a-f-]{36}@erased\.invalid$/) as string, phone: null }]);
});

test('of a gift the recipient can be erased, and its buyer stays', async () => {
  await placeOrder({ ...other, recipientEmail: email });
  expect((await staff.post('/api/desk/erase', { email })).json()).toMatchObject({ orders: 1 });
  const { rows } = await sql`select email, customer_name, recipient_name, recipient_email, street from orders`.execute(
    database.database,
  );
  expect(rows).toEqual([
    {
      email: other.email,
      customer_name: other.name,
      recipient_name: 'Erased',
      recipient_email: null,
      street: 'Erased',
    },
  ]);
});

test('a call in which the e-mail was said goes, though it proved nothing', async () => {
  const { id } = await openTestCall(server.app);
  const { call_token } = await joinTestCall(server.app, id);
  const turn = { kind: 'turn', id: 'a', role: 'customer', by: 'text', at: new Date().toISOString() };
  await server.app.inject({
    method: 'POST',
    url: `/api/calls/${id}/events`,
    headers: bearer(call_token),
    payload: { events: [{ ...turn, text: `My mail:\n${email}.` }] },
  });
  expect((await staff.post('/api/desk/erase', { email: 'customer@example.com' })).json()).toMatchObject({ calls: 0 });
  expect((await staff.post('/api/desk/erase', { email })).json()).toMatchObject({ calls: 1 });
  const { statusCode } = await server.app.inject({
    method: 'POST',
    url: `/api/calls/${id}/end`,
    headers: bearer(call_token),
    payload: { reason: 'goodbye' },
  });
  expect(statusCode).toBe(401);
});

test('a call from the person’s phone goes, though nothing was said in it', async () => {
  await placeOrder(canary);
  const { id: own } = await openTestCall(server.app);
  const { id: other } = await openTestCall(server.app);
  await run(sql`update calls set channel = 'phone', caller_number = '+15125550187' where id = ${own}`);
  await run(sql`update calls set channel = 'phone', caller_number = '+15125550100' where id = ${other}`);
  expect((await staff.post('/api/desk/erase', { email })).json()).toMatchObject({ calls: 1 });
  const { rows } = await sql<{ id: string }>`select id from calls`.execute(database.database);
  expect(rows).toEqual([{ id: other }]);
});

test('who wanted no texts still gets none, and no word of it is kept', async () => {
  await fillWith(canary);
  await run(sql`insert into suppressions (channel, recipient, reason, at) values ('sms', ${phone}, 'stopped', now())`);
  for (let times = 0; times < 2; times += 1) await staff.post('/api/desk/erase', { phone });
  const { rows } = await sql`select phone_key, answer, asked, answered from texting_consents`.execute(
    database.database,
  );
  expect(rows).toEqual([{ phone_key: keyOf(phone), answer: 'no', asked: '', answered: '' }]);
  const { rows: stops } = await sql`select channel, reason from suppressions`.execute(database.database);
  expect(stops).toEqual([{ channel: 'sms', reason: 'stopped' }]);
});

test('writes down that it was done and by whom, not about whom', async () => {
  await fillWith(canary);
  await staff.post('/api/desk/erase', { email });
  const { entries } = (await staff.get('/api/desk/audit?limit=1')).json<AuditResponse>();
  expect(entries).toMatchObject([
    {
      staff: staff.name,
      act: 'customer.erased',
      subject: 'customer',
      detail: { orders: 1, calls: 1, messages: 2 },
    },
  ]);
});

test('a contact that nobody has is no error', async () => {
  expect((await staff.post('/api/desk/erase', { email })).json()).toEqual({ orders: 0, calls: 0, messages: 0 });
});

test.each([{}, { email: 'nobody' }, { phone: '12' }, { email, phone }, { name: 'Canaria' }])(
  'refuses to erase by %j',
  async (contact) => {
    expect((await staff.post('/api/desk/erase', contact)).json()).toMatchObject({ status: 400, code: 'malformed' });
  },
);

test('is for staff, not for qa', async () => {
  const qa = await signInTestStaff(server, 'qa');
  expect((await qa.post('/api/desk/erase', { email })).json()).toMatchObject({ status: 403, code: 'forbidden' });
});

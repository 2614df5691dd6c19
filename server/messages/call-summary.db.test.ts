import { createHash } from 'node:crypto';
import type { EndReason } from '@orderline/contract/call.ts';
import { sql } from 'kysely';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { change, propose, readBackAndAnswer } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { patience } from '../../test/support/patience.ts';
import { storeTurns } from '../../test/support/store-turns.ts';
import { testConfig, testServer, type TestServer } from '../../test/support/test-server.ts';
import { jobId } from '../database/job-id.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { callSummaryJob } from './call-summary-job.ts';

let database: FreshDatabase;
let server: TestServer;
let call: OrderCall;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  for (const table of ['orders', 'calls', 'messages', 'customer_notices', 'texting_consents'] as const) {
    await database.database.deleteFrom(table).execute();
  }
  await seedDemoOrders(database.database, { now: new Date(), timeZone: 'America/New_York' });
  server = await testServer(database);
  await server.app.ready();
  call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-10003', verification: { email: 'customer@email.com' } });
});
afterEach(() => server.app.close());
afterAll(() => database.drop());

const cancel = async () => expect((await change(call, 'ORD-10003', { kind: 'cancellation' })).statusCode).toBe(200);

async function agreeToTexts(): Promise<void> {
  await storeTurns(call, [
    { id: 'may-we', role: 'agent', text: 'May I text you at the phone number on your order?' },
    { id: 'you-may', role: 'customer', text: 'Yes.' },
  ]);
  const consent = await call.post('/api/orders/ORD-10003/texting-consent', { answer: 'yes', turn_id: 'you-may' });
  expect(consent.json()).toMatchObject({ texting: 'allowed' });
}

const end = (reason: EndReason) => call.post(`/api/calls/${call.id}/end`, { reason });

/** Resolves when the call has been summed up, with all that is in the outbox then. */
async function outboxAfter(): Promise<string[]> {
  await vi.waitFor(async () => {
    const { rows } = await sql<{ state: string }>`
        select state from pgboss.job where id = ${jobId(callSummaryJob, call.id)}`.execute(database.database);
    expect(rows).toEqual([{ state: 'completed' }]);
  }, patience);
  const rows = await database.database.selectFrom('messages').selectAll().orderBy('asked_at').execute();
  return rows.map(({ channel, kind }) => `${channel} ${kind}`);
}

const lastText = async () =>
  (await database.database.selectFrom('messages').select('text').where('kind', '=', 'call_summary').execute())[0]?.text;

test('what was only e-mailed before the customer agreed to texts is summed up in a text', async () => {
  await cancel();
  await agreeToTexts();
  await end('goodbye');
  expect(await outboxAfter()).toEqual(['email cancellation_confirmed', 'sms call_summary']);
  expect(await lastText()).toBe('Juniper Row: We cancelled items of order ORD-10003.\nReply STOP to opt out.');
});

test('what was texted in the call is not told again', async () => {
  await agreeToTexts();
  await cancel();
  await end('goodbye');
  expect(await outboxAfter()).toEqual(['sms cancellation_confirmed']);
});

test('who may not be texted and had it by e-mail hears no more', async () => {
  await cancel();
  await end('customer_left');
  expect(await outboxAfter()).toEqual(['email cancellation_confirmed']);
});

test('after a call in which only the status was told, nothing is sent', async () => {
  await agreeToTexts();
  await end('goodbye');
  expect(await outboxAfter()).toEqual([]);
});

test('a caller who was cut off before answering hears that nothing was changed; one who said goodbye knows', async () => {
  await agreeToTexts();
  await propose(call, 'ORD-10003', { kind: 'cancellation' });
  await end('customer_left');
  expect(await outboxAfter()).toEqual(['sms call_summary']);
  expect(await lastText()).toContain(
    "The cancellation of order ORD-10003 wasn't made before our call ended, so nothing was changed.",
  );

  call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-10003', verification: { email: 'customer@email.com' } });
  await propose(call, 'ORD-10003', { kind: 'cancellation' });
  await end('goodbye');
  expect(await outboxAfter()).toEqual(['sms call_summary']);
});

test('a caller whose yes never got through is told so, though they said goodbye', async () => {
  await agreeToTexts();
  const proposed = await propose(call, 'ORD-10003', { kind: 'cancellation' });
  await readBackAndAnswer(call, proposed.json());
  await end('goodbye');
  expect(await outboxAfter()).toEqual(['sms call_summary']);
  expect(await lastText()).toContain('so nothing was changed.');
});

test('what the store has not confirmed yet is said to be so', async () => {
  await agreeToTexts();
  await propose(call, 'ORD-10003', { kind: 'cancellation' });
  await database.database.updateTable('proposals').set({ state: 'accepted', turn_id: 'you-may' }).execute();
  await end('goodbye');
  expect(await outboxAfter()).toEqual(['sms call_summary']);
  expect(await lastText()).toContain("The cancellation of order ORD-10003 isn't confirmed yet.");
});

test('a call whose worker died is summed up when its room closes, and once however often it ends', async () => {
  await cancel();
  await agreeToTexts();
  const { apiSecret } = testConfig(database.url).livekit;
  const body = JSON.stringify({ event: 'room_finished', id: 'EV_1', room: { name: call.id } });
  const token = new AccessToken('devkey', apiSecret, { ttl: 60 });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  const authorization = await token.toJwt();
  const closed = () =>
    server.app.inject({
      method: 'POST',
      url: '/webhooks/livekit',
      headers: { authorization, 'content-type': 'application/webhook+json' },
      payload: body,
    });
  await Promise.all([closed(), end('failed'), closed()]);
  expect(await outboxAfter()).toEqual(['email cancellation_confirmed', 'sms call_summary']);
});

import type { CallEvent } from '@orderline/contract/call.ts';
import { deskCall, deskCallsResponse, type DeskCall } from '@orderline/contract/desk-call.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { storeTurns } from '../../test/support/store-turns.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const at = '2026-03-08T15:00:00.000Z';
let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  await server.app.ready();
  await seedDemoOrders(database.database, { now: new Date(), timeZone: 'America/New_York' });
  staff = await signInTestStaff(server, 'qa');
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

async function read(id: string): Promise<DeskCall> {
  const answer = await staff.get(`/api/desk/calls/${id}`);
  expect(answer.statusCode).toBe(200);
  return deskCall.parse(answer.json());
}

test('a call is shown with what came of it, how long its answers took, what they cost, and all that was said', async () => {
  const call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-10003', verification: { email: 'customer@email.com' } });
  await storeTurns(call, [{ id: 'asked', role: 'customer', text: 'Cancel it, please.' }]);
  const measured: CallEvent[] = [100, 300, 200].map((first_audio_ms, index) => ({
    kind: 'latency',
    id: `latency ${index}`,
    at,
    turn_id: 'asked',
    first_audio_ms,
  }));
  const lookUp: CallEvent = {
    kind: 'tool_call',
    id: 'looked up',
    name: 'order_lookup',
    arguments: '{}',
    output: '{}',
    is_error: false,
    at,
    took_ms: 12,
  };
  await call.post(`/api/calls/${call.id}/events`, { events: [...measured, lookUp] });
  expect((await change(call, 'ORD-10003', { kind: 'cancellation' })).statusCode).toBe(200);
  await call.post(`/api/calls/${call.id}/end`, { reason: 'goodbye' });

  const { conversation, ...rest } = await read(call.id);
  expect(rest).toEqual({
    call_id: call.id,
    channel: 'web',
    opened_at: expect.any(String) as string,
    ended_at: expect.any(String) as string,
    end_reason: 'goodbye',
    outcome: 'solved',
    order_numbers: ['ORD-10003'],
    parts: [{ what: 'cancellation', order_number: 'ORD-10003', state: 'done' }],
    summary: 'Verified ORD-10003. Cancellation of ORD-10003: done. Ended with a goodbye.',
    waits: { answers: 3, median_ms: 200, p95_ms: 290 },
    cost_cents: 0,
    messages: [],
  });
  expect(conversation).toContainEqual(lookUp);
  expect(conversation[0]).toMatchObject({ role: 'customer', text: 'Cancel it, please.' });

  const audited = await database.database
    .selectFrom('audit_log')
    .select('act')
    .where('subject', '=', `call:${call.id}`)
    .execute();
  expect(audited).toEqual([{ act: 'call.read' }]);
});

test('a call that goes on has no end, and one that is none is not found', async () => {
  const call = await orderCall(server);
  const line = await read(call.id);
  expect(line).toMatchObject({ summary: 'No order was verified. The call goes on.', conversation: [], parts: [] });
  for (const absent of ['ended_at', 'end_reason', 'outcome', 'waits']) expect(line).not.toHaveProperty(absent);
  expect((await staff.get('/api/desk/calls/call_0123456789abcdef')).statusCode).toBe(404);
});

test('the calls are listed page by page, the newest first, and to nobody who has not signed in', async () => {
  for (let opened = 0; opened < 3; opened += 1) await orderCall(server);
  const all = deskCallsResponse.parse((await staff.get('/api/desk/calls')).json()).calls.map(({ call_id }) => call_id);
  const paged: string[] = [];
  let next: string | undefined;
  do {
    const page = deskCallsResponse.parse(
      (await staff.get(`/api/desk/calls?limit=2${next === undefined ? '' : `&before=${next}`}`)).json(),
    );
    paged.push(...page.calls.map(({ call_id }) => call_id));
    ({ next } = page);
  } while (next !== undefined);
  expect(paged).toEqual(all);
  expect(new Set(all).size).toBe(all.length);
  const opened = await database.database
    .selectFrom('calls')
    .select('id')
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  expect(all).toEqual(opened.map(({ id }) => id));
  expect((await server.app.inject('/api/desk/calls')).statusCode).toBe(401);
});

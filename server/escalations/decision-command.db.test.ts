import type { EscalationResponse } from '@orderline/contract/escalation.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCommands } from '../../test/support/command-reader.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { bearer, joinTestCall, openTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

let database: FreshDatabase;
/** Two server processes, as far as a database can tell. */
let callers: TestServer & { url: string };
let desk: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  const server = await testServer(database);
  callers = { ...server, url: await server.app.listen({ host: '127.0.0.1', port: 0 }) };
  desk = await testServer(database);
  await seedDemoOrders(database.database, { now: new Date(), timeZone: 'America/New_York' });
});
afterAll(async () => {
  await Promise.all([callers.app.close(), desk.app.close()]);
  await database.drop();
});

async function askedInCall() {
  const call = await joinTestCall(callers.app, (await openTestCall(callers.app)).id);
  const post = (url: string, payload: object) =>
    callers.app.inject({ method: 'POST', url, headers: bearer(call.call_token), payload });
  await post('/api/orders/lookup', { order_number: 'ORD-10025', verification: { email: 'grace_kim@example.com' } });
  const change = { kind: 'return', lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };
  const request = { matter: 'late_return', request: 'May I?', change };
  const asked = (await post('/api/orders/ORD-10025/escalations', request)).json<EscalationResponse>();
  return { call, id: asked.escalation_id };
}

test('the running call hears of a decision made at another server, and goes on', async () => {
  const { call, id } = await askedInCall();
  const commands = await readCommands(callers.url, call);
  expect(await commands.next()).toEqual({ kind: 'ready' });
  const staff = await signInTestStaff(desk);
  await staff.post(`/api/desk/escalations/${id}/decide`, { decision: 'refuse', reason: 'Too late', words: 'Sorry.' });
  expect(await commands.next()).toEqual({
    kind: 'decision',
    escalation_id: id,
    approved: false,
    say: "I'm sorry, our team has looked at it, and they can't approve a return after the return window. Sorry.",
  });
  const { id: next } = await askedInCall();
  expect(next).not.toBe(id);
  commands.break();
});

test('a call hears nothing of decisions that were asked for in another one', async () => {
  const { id } = await askedInCall();
  const other = await joinTestCall(callers.app, (await openTestCall(callers.app)).id);
  const commands = await readCommands(callers.url, other);
  expect(await commands.next()).toEqual({ kind: 'ready' });
  const staff = await signInTestStaff(desk);
  await staff.post(`/api/desk/escalations/${id}/decide`, { decision: 'approve', reason: 'Fine' });
  // The next it hears is what comes after.
  const end = { method: 'POST', url: `/api/calls/${other.call_id}/end`, headers: bearer(other.call_token) } as const;
  await desk.app.inject({ ...end, payload: { reason: 'goodbye' } });
  expect(await commands.next()).toEqual({ kind: 'hang_up', reason: 'goodbye' });
});

import type { EscalationDetail, EscalationList, EscalationView } from '@orderline/contract/desk-escalation.ts';
import type { EscalationsResponse } from '@orderline/contract/escalation.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { callAbout, escalated, freshOrders, late } from '../../test/support/late-return.ts';
import type { OrderCall } from '../../test/support/order-call.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';

/** A Thursday, noon in New York. */
const start = new Date('2026-03-05T17:00:00Z');
let now = start;
let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now, config: { staffEmail: 'desk@store.example' } });
  staff = await signInTestStaff(server);
});
beforeEach(async () => {
  now = start;
  await freshOrders(database, now);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const decide = (id: string, decision: 'approve' | 'refuse', more: object = {}) =>
  staff.post(`/api/desk/escalations/${id}/decide`, { decision, reason: 'A long-standing customer', ...more });
const messages = () => database.database.selectFrom('messages').selectAll().orderBy('id').execute();

/** The customer says yes to texts, as a job records it. */
async function allowTexts(call: OrderCall): Promise<void> {
  const turn = { kind: 'turn', by: 'voice', at: now.toISOString() };
  const events = [
    { ...turn, id: 'asked', role: 'agent', text: 'May I text you?' },
    { ...turn, id: 'answered', role: 'customer', text: 'Yes' },
  ];
  await call.post(`/api/calls/${call.id}/events`, { events });
  const consent = { answer: 'yes', turn_id: 'answered' };
  expect((await call.post(`/api/orders/${late}/texting-consent`, consent)).statusCode).toBe(200);
}

describe('a decision', () => {
  test('approving a day-33 exception makes the RMA and sends the label by one text and one e-mail', async () => {
    const { database: db } = database;
    await db.updateTable('orders').set({ phone: '+1 415 555 0150' }).where('order_number', '=', late).execute();
    const call = await callAbout(server);
    await allowTexts(call);
    const { escalation_id } = await escalated(call);
    await db.deleteFrom('messages').execute();

    const decided = await decide(escalation_id, 'approve');
    expect(decided.statusCode).toBe(200);
    expect(decided.json<EscalationView>()).toMatchObject({
      status: 'approved',
      decided: { staff: staff.name, via: 'desk', outcome: { outcome: 'done', rma: expect.any(String) as string } },
    });
    expect(await database.database.selectFrom('returns').selectAll().execute()).toMatchObject([
      { order_number: late, state: 'requested', call_id: call.id },
    ]);
    const sent = (await messages()).map(({ kind, channel }) => `${kind} by ${channel}`);
    expect(sent.toSorted()).toEqual(['return_created by email', 'return_created by sms']);
  });

  test('the caller who asks hears what became of it', async () => {
    const call = await callAbout(server);
    const { escalation_id } = await escalated(call);
    const told = async () =>
      (await call.get(`/api/orders/${late}/escalations`)).json<EscalationsResponse>().escalations[0];
    expect(await told()).toMatchObject({ escalation_id, status: 'pending' });
    await decide(escalation_id, 'approve', { words: 'We wish you well.' });
    expect(await told()).toMatchObject({
      status: 'approved',
      say: expect.stringMatching(
        /^Good news: our team has approved a return after the return window\. We wish you well\. Your return is set up/,
      ) as string,
    });
  });

  test('a refusal is told to the customer without the reason for the record', async () => {
    const { escalation_id } = await escalated(await callAbout(server));
    await database.database.deleteFrom('messages').execute();
    await decide(escalation_id, 'refuse', { reason: 'Third time this year', words: 'You may still sell it on.' });
    const [message, ...others] = await messages();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ kind: 'decision', channel: 'email', recipient: 'grace_kim@example.com' });
    expect(message?.text).toContain("a return after the return window wasn't approved. You may still sell it on.");
    expect(message?.text).not.toContain('Third time');
    expect(await database.database.selectFrom('returns').selectAll().execute()).toEqual([]);
  });

  test('of two at the same moment one wins, and the other is told so', async () => {
    const { escalation_id } = await escalated(await callAbout(server));
    const decided = await Promise.all([
      decide(escalation_id, 'approve'),
      decide(escalation_id, 'refuse'),
      decide(escalation_id, 'approve'),
    ]);
    expect(decided.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
    const rows = await database.database.selectFrom('returns').selectAll().execute();
    const winner = decided.find(({ statusCode }) => statusCode === 200)?.json<EscalationView>();
    expect(rows).toHaveLength(winner?.status === 'approved' ? 1 : 0);
    expect(decided.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'already_decided' });
  });

  test('under one idempotency key gives the same answer again', async () => {
    const { escalation_id } = await escalated(await callAbout(server));
    const send = () =>
      server.app.inject({
        method: 'POST',
        url: `/api/desk/escalations/${escalation_id}/decide`,
        headers: { cookie: staff.cookie, 'orderline-csrf': staff.csrf, 'idempotency-key': 'decide-1' },
        payload: { decision: 'approve', reason: 'Fine' },
      });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(answers[0].json()).toEqual(answers[1].json());
  });

  test('that the order no longer allows is 409 with what the rules say now, and decides nothing', async () => {
    const call = await callAbout(server);
    const { escalation_id } = await escalated(call);
    await database.database
      .updateTable('orders')
      .set({ status: 'cancelled' })
      .where('order_number', '=', late)
      .execute();
    const decided = await decide(escalation_id, 'approve');
    expect(decided.json()).toMatchObject({ status: 409, code: 'order_moved', reason: 'already_cancelled' });
    const detail = (await staff.get(`/api/desk/escalations/${escalation_id}`)).json<EscalationDetail>();
    expect(detail).toMatchObject({
      status: 'pending',
      now: { verdict: 'impossible', reason: 'already_cancelled' },
    });
    expect((await decide(escalation_id, 'refuse')).statusCode).toBe(200);
  });

  test('is made after the caller has hung up, and in the same moment', async () => {
    const call = await callAbout(server);
    const { escalation_id } = await escalated(call);
    const hangUp = () => call.post(`/api/calls/${call.id}/end`, { reason: 'customer_left' });
    const [decided, ended] = await Promise.all([decide(escalation_id, 'approve'), hangUp()]);
    expect([decided.statusCode, ended.statusCode]).toEqual([200, 200]);
    expect(await database.database.selectFrom('returns').selectAll().execute()).toHaveLength(1);

    await freshOrders(database, now);
    const again = await callAbout(server);
    const later = await escalated(again);
    await again.post(`/api/calls/${again.id}/end`, { reason: 'customer_left' });
    const shown = (await staff.get(`/api/desk/escalations/${later.escalation_id}`)).json<EscalationDetail>();
    expect(shown.now).toMatchObject({ verdict: 'possible' });
    expect((await decide(later.escalation_id, 'approve')).statusCode).toBe(200);
    expect(await database.database.selectFrom('returns').selectAll().execute()).toHaveLength(1);
    const kept = await database.database.selectFrom('escalations').select('sealed_factor').execute();
    expect(kept).toEqual([{ sealed_factor: null }]);
  });

  test('approving with words for the customer tells them beside the label', async () => {
    const { escalation_id } = await escalated(await callAbout(server));
    await database.database.deleteFrom('messages').execute();
    await decide(escalation_id, 'approve', { words: 'Get well soon!' });
    const sent = await messages();
    expect(sent.map(({ kind }) => kind).toSorted()).toEqual(['decision', 'return_created']);
    expect(sent.find(({ kind }) => kind === 'decision')?.text).toContain('was approved. Get well soon!');
  });

  test('is staff work: qa may look, and nobody decides without a session or its token', async () => {
    const { escalation_id } = await escalated(await callAbout(server));
    const qa = await signInTestStaff(server, 'qa');
    const path = `/api/desk/escalations/${escalation_id}`;
    expect((await qa.get(path)).statusCode).toBe(200);
    const body = { decision: 'approve', reason: 'x' };
    expect((await qa.post(`${path}/decide`, body)).statusCode).toBe(403);
    expect((await server.app.inject({ method: 'POST', url: `${path}/decide`, payload: body })).statusCode).toBe(401);
    const withoutToken = { method: 'POST', url: `${path}/decide`, headers: { cookie: staff.cookie } } as const;
    expect((await server.app.inject({ ...withoutToken, payload: body })).statusCode).toBe(403);
    expect((await staff.post(`${path}/decide`, { decision: 'approve', reason: ' ' })).statusCode).toBe(400);
    const unknown = '/api/desk/escalations/7b0f8e4e-6f0e-4f3e-9d4c-0d1c8f6d2a11/decide';
    expect((await staff.post(unknown, body)).statusCode).toBe(404);
  });

  test('stands in the audit log with who made it and why', async () => {
    const { escalation_id } = await escalated(await callAbout(server));
    await decide(escalation_id, 'approve');
    const { entries } = (await staff.get('/api/desk/audit')).json<{ entries: object[] }>();
    expect(entries[0]).toMatchObject({
      staff: staff.name,
      act: 'escalation.approved',
      subject: `escalation:${escalation_id}`,
      detail: { order_number: late, matter: 'late_return', via: 'desk', reason: 'A long-standing customer' },
    });
  });

  test('the list goes page by page, newest first, by state', async () => {
    const call = await callAbout(server);
    for (const matter of ['other', 'other_contact', 'facts_unknown']) await escalated(call, { matter, request: 'x' });
    const list = async (query: string) => (await staff.get(`/api/desk/escalations?${query}`)).json<EscalationList>();
    const first = await list('state=pending&limit=2');
    expect(first.escalations.map(({ matter }) => matter)).toEqual(['facts_unknown', 'other_contact']);
    const rest = await list(`state=pending&limit=2&before=${first.next ?? ''}`);
    expect(rest.escalations.map(({ matter }) => matter)).toEqual(['other']);
    expect(rest.next).toBeUndefined();
    expect((await list('state=approved')).escalations).toEqual([]);
  });
});

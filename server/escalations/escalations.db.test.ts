import type { EscalationDetail, EscalationList, EscalationView } from '@orderline/contract/desk-escalation.ts';
import type { EscalationResponse, EscalationsResponse } from '@orderline/contract/escalation.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

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
  await database.database.deleteFrom('escalations').execute();
  await database.database.deleteFrom('messages').execute();
  await database.database.deleteFrom('returns').execute();
  await database.database.deleteFrom('orders').execute();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

async function verifiedCall(order_number: string, email: string): Promise<OrderCall> {
  const call = await orderCall(server);
  expect((await call.lookUp({ order_number, verification: { email } })).statusCode).toBe(200);
  return call;
}

/** Grace's shirt, delivered 33 days ago. */
const late = 'ORD-10025';
const graceCalls = () => verifiedCall(late, 'grace_kim@example.com');
const lateReturn = { kind: 'return', lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };
const lateRequest = { matter: 'late_return', request: 'I was in hospital, may I return it?', change: lateReturn };

const path = (number: string) => `/api/orders/${number}/escalations`;
const escalate = (call: OrderCall, number: string, request: object) => call.post(path(number), request);

async function escalated(call: OrderCall, number: string, request: object): Promise<EscalationResponse> {
  const logged = await escalate(call, number, request);
  expect(logged.statusCode).toBe(201);
  return logged.json();
}

const decide = (id: string, decision: 'approve' | 'refuse', more: object = {}) =>
  staff.post(`/api/desk/escalations/${id}/decide`, { decision, reason: 'A long-standing customer', ...more });

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

const messages = () => database.database.selectFrom('messages').selectAll().orderBy('id').execute();

describe('asking a person', () => {
  test('logs the request with what a person decides by, and has the caller hold', async () => {
    const call = await graceCalls();
    const refused = await propose(call, late, lateReturn);
    expect(refused.json()).toMatchObject({ reason: 'window_passed', offers: ['claim', 'escalation'] });

    const logged = await escalated(call, late, lateRequest);
    expect(logged).toMatchObject({ matter: 'late_return', status: 'pending', wait: 'hold' });
    expect(logged.say).toBe(
      "I've passed your request on to our team. Could you hold on for a moment while they look at it? If it takes them longer, you can hang up. We'll email you as soon as they've decided.",
    );
    const detail = (await staff.get(`/api/desk/escalations/${logged.escalation_id}`)).json<EscalationDetail>();
    expect(detail).toMatchObject({
      order_number: late,
      request: 'I was in hospital, may I return it?',
      call_id: call.id,
      context: {
        order_status: 'delivered',
        lines: [{ line: 1, quantity: 1, name: 'Oxford Shirt - Sky Blue, Size S' }],
        delivered_on: '2026-01-31',
        days_late: 3,
        is_borderline: true,
        refusal: { reason: 'window_passed' },
      },
      consequences: { refund: { when: 'on_receipt' } },
      now: { verdict: 'possible', consequences: { ship_by: '2026-03-12' } },
    });
  });

  test('outside the opening hours says so, and that the customer hears by message', async () => {
    now = new Date('2026-03-05T23:00:00Z');
    const logged = await escalated(await graceCalls(), late, lateRequest);
    expect(logged.wait).toBe('message');
    expect(logged.say).toBe(
      "I've passed your request on to our team. They aren't in right now. They're here Monday to Friday, 9 AM to 6 PM ET. We'll email you as soon as they've decided.",
    );
  });

  test('tells the store at once by one e-mail, with a link to decide', async () => {
    await escalated(await graceCalls(), late, lateRequest);
    const [message, ...others] = await messages();
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      kind: 'staff_escalation',
      recipient: 'desk@store.example',
      subject: 'A return after the return window: order ORD-10025',
    });
    expect(message?.text).toMatch(/I was in hospital/);
    expect(message?.text).toMatch(/http:\/\/localhost:3000\/decide\/[0-9a-f-]{36}\?expires=\d+&signature=\S+/);
  });

  test('again, also at the same moment and from another call, is the same ticket', async () => {
    const [call, another] = await Promise.all([graceCalls(), graceCalls()]);
    const asked = await Promise.all([call, another, call].map((from) => escalated(from, late, lateRequest)));
    expect(new Set(asked.map(({ escalation_id }) => escalation_id)).size).toBe(1);
    expect(await messages()).toHaveLength(1);
    const other = await escalated(call, late, { matter: 'other', request: 'Gift wrap it' });
    expect(other.escalation_id).not.toBe(asked[0]?.escalation_id);
  });

  test('under one idempotency key is one request, and another body under it is refused', async () => {
    const call = await graceCalls();
    const send = (request: object) => call.post(path(late), request, { 'idempotency-key': 'key-1' });
    const [one, two] = await Promise.all([send(lateRequest), send(lateRequest)]);
    expect(one.json()).toEqual(two.json());
    expect((await send({ ...lateRequest, matter: 'other' })).json()).toMatchObject({ code: 'idempotency_key_reused' });
  });

  test('is logged beyond the borderline too, when the customer asks for it', async () => {
    const call = await verifiedCall('ORD-10027', 'grace_kim@example.com');
    const { escalation_id } = await escalated(call, 'ORD-10027', lateRequest);
    const detail = (await staff.get(`/api/desk/escalations/${escalation_id}`)).json<EscalationDetail>();
    expect(detail.context).toMatchObject({ days_late: 30, is_borderline: false });
  });

  test('needs no change: the request in words is enough', async () => {
    const call = await graceCalls();
    const { escalation_id } = await escalated(call, late, { matter: 'other_contact', request: 'Text my wife instead' });
    const detail = (await staff.get(`/api/desk/escalations/${escalation_id}`)).json<EscalationDetail>();
    expect(detail.change).toBeUndefined();
    expect(detail.now).toBeUndefined();
  });

  test('for a change that the rules allow anyway is refused: nobody is needed', async () => {
    const call = await verifiedCall('ORD-10021', 'grace_kim@example.com');
    expect((await escalate(call, 'ORD-10021', lateRequest)).json()).toMatchObject({
      status: 422,
      reason: 'needs_no_approval',
    });
  });

  test.each([
    [{ ...lateRequest, change: { ...lateReturn, lines: [{ line: 7, quantity: 1 }] } }, 'no_such_line'],
    [{ ...lateRequest, change: { ...lateReturn, lines: [{ line: 1, quantity: 9 }] } }, 'quantity_unavailable'],
    [{ ...lateRequest, change: { ...lateReturn, condition: 'used' } }, 'condition_not_met'],
    [{ ...lateRequest, matter: 'second_claim' }, 'window_passed'],
  ])('for a change that approval would not make possible is refused now (%#)', async (request, reason) => {
    const call = await graceCalls();
    expect((await escalate(call, late, request)).json()).toMatchObject({ status: 422, code: 'refused', reason });
    expect(await messages()).toEqual([]);
  });

  test('about an order that this call has not proved is 404, whatever another call has proved', async () => {
    await escalated(await graceCalls(), late, lateRequest);
    const stranger = await verifiedCall('ORD-12345', 'customer@email.com');
    expect((await escalate(stranger, late, lateRequest)).statusCode).toBe(404);
    expect((await stranger.get(`/api/orders/${late}/escalations`)).statusCode).toBe(404);
  });
});

describe('a decision', () => {
  test('approving a day-33 exception makes the RMA and sends the label by one text and one e-mail', async () => {
    const { database: db } = database;
    await db.updateTable('orders').set({ phone: '+1 415 555 0150' }).where('order_number', '=', late).execute();
    const call = await graceCalls();
    await allowTexts(call);
    const { escalation_id } = await escalated(call, late, lateRequest);
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
    const call = await graceCalls();
    const { escalation_id } = await escalated(call, late, lateRequest);
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
    const { escalation_id } = await escalated(await graceCalls(), late, lateRequest);
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
    const { escalation_id } = await escalated(await graceCalls(), late, lateRequest);
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
    const { escalation_id } = await escalated(await graceCalls(), late, lateRequest);
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
    const call = await graceCalls();
    const { escalation_id } = await escalated(call, late, lateRequest);
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

  test('is made after the caller has hung up as well', async () => {
    const call = await graceCalls();
    const { escalation_id } = await escalated(call, late, lateRequest);
    const [decided, ended] = await Promise.all([
      decide(escalation_id, 'approve'),
      call.post(`/api/calls/${call.id}/end`, { reason: 'customer_left' }),
    ]);
    expect([decided.statusCode, ended.statusCode]).toEqual([200, 200]);
    expect(await database.database.selectFrom('returns').selectAll().execute()).toHaveLength(1);
  });

  test('is staff work: qa may look, and nobody decides without a session or its token', async () => {
    const { escalation_id } = await escalated(await graceCalls(), late, lateRequest);
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
    const { escalation_id } = await escalated(await graceCalls(), late, lateRequest);
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
    const call = await graceCalls();
    for (const matter of ['other', 'other_contact', 'facts_unknown'])
      await escalated(call, late, { matter, request: 'x' });
    const list = async (query: string) => (await staff.get(`/api/desk/escalations?${query}`)).json<EscalationList>();
    const first = await list('state=pending&limit=2');
    expect(first.escalations.map(({ matter }) => matter)).toEqual(['facts_unknown', 'other_contact']);
    const rest = await list(`state=pending&limit=2&before=${first.next ?? ''}`);
    expect(rest.escalations.map(({ matter }) => matter)).toEqual(['other']);
    expect(rest.next).toBeUndefined();
    expect((await list('state=approved')).escalations).toEqual([]);
  });
});

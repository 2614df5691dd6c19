import type { EscalationDetail } from '@orderline/contract/desk-escalation.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import {
  callAbout,
  escalate,
  escalated,
  freshOrders,
  late,
  lateRequest,
  lateReturn,
} from '../../test/support/late-return.ts';
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

const path = (number: string) => `/api/orders/${number}/escalations`;
const messages = () => database.database.selectFrom('messages').selectAll().orderBy('id').execute();
const detail = async (id: string) => (await staff.get(`/api/desk/escalations/${id}`)).json<EscalationDetail>();

describe('asking a person', () => {
  test('logs the request with what a person decides by, and has the caller hold', async () => {
    const call = await callAbout(server);
    const refused = await propose(call, late, lateReturn);
    expect(refused.json()).toMatchObject({ reason: 'window_passed', offers: ['claim', 'escalation'] });

    const logged = await escalated(call);
    expect(logged).toMatchObject({ matter: 'late_return', status: 'pending', wait: 'hold' });
    expect(logged.say).toBe(
      "I've passed your request on to our team. Could you hold on for a moment while they look at it? If it takes them longer, you can hang up. We'll email you as soon as they've decided.",
    );
    const shown = await detail(logged.escalation_id);
    expect(shown).toMatchObject({
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
    const logged = await escalated(await callAbout(server));
    expect(logged.wait).toBe('message');
    expect(logged.say).toBe(
      "I've passed your request on to our team. They aren't in right now. They're here Monday to Friday, 9 AM to 6 PM ET. We'll email you as soon as they've decided.",
    );
  });

  test('tells the store at once by one e-mail, with a link to decide', async () => {
    await escalated(await callAbout(server));
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
    const [call, another] = await Promise.all([callAbout(server), callAbout(server)]);
    const asked = await Promise.all([call, another, call].map((from) => escalated(from)));
    expect(new Set(asked.map(({ escalation_id }) => escalation_id)).size).toBe(1);
    expect(await messages()).toHaveLength(1);
    const other = await escalated(call, { matter: 'other', request: 'Gift wrap it' });
    expect(other.escalation_id).not.toBe(asked[0]?.escalation_id);
  });

  test('under one idempotency key is one request, and another body under it is refused', async () => {
    const call = await callAbout(server);
    const send = (request: object) => call.post(path(late), request, { 'idempotency-key': 'key-1' });
    const [one, two] = await Promise.all([send(lateRequest), send(lateRequest)]);
    expect(one.json()).toEqual(two.json());
    expect((await send({ ...lateRequest, matter: 'other' })).json()).toMatchObject({ code: 'idempotency_key_reused' });
  });

  test('is logged beyond the borderline too, when the customer asks for it', async () => {
    const call = await callAbout(server, 'ORD-10027', 'grace_kim@example.com');
    const { escalation_id } = await escalated(call, lateRequest, 'ORD-10027');
    const shown = await detail(escalation_id);
    expect(shown.context).toMatchObject({ days_late: 30, is_borderline: false });
  });

  test('needs no change: the request in words is enough', async () => {
    const call = await callAbout(server);
    const { escalation_id } = await escalated(call, { matter: 'other_contact', request: 'Text my wife instead' });
    const shown = await detail(escalation_id);
    expect(shown.change).toBeUndefined();
    expect(shown.now).toBeUndefined();
  });

  test('for a change that the rules allow anyway is refused: nobody is needed', async () => {
    const call = await callAbout(server, 'ORD-10021', 'grace_kim@example.com');
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
    const call = await callAbout(server);
    expect((await escalate(call, late, request)).json()).toMatchObject({ status: 422, code: 'refused', reason });
    expect(await messages()).toEqual([]);
  });

  test('about an order that this call has not proved is 404, whatever another call has proved', async () => {
    await escalated(await callAbout(server));
    const stranger = await callAbout(server, 'ORD-12345', 'customer@email.com');
    expect((await escalate(stranger, late, lateRequest)).statusCode).toBe(404);
    expect((await stranger.get(`/api/orders/${late}/escalations`)).statusCode).toBe(404);
  });
});

import type { EscalationDetail, EscalationList, EscalationView } from '@orderline/contract/desk-escalation.ts';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, confirm, propose } from '../../test/support/answer-proposal.ts';
import { deliveredFacts, number, openRemoteDesk, type RemoteDesk } from '../../test/support/remote-desk.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';

let desk: RemoteDesk;
let staff: SignedInTestStaff;

beforeAll(async () => {
  desk = await openRemoteDesk();
  staff = await signInTestStaff(desk.server);
});
afterAll(() => desk.stop());
beforeEach(() => desk.begin());

const cancellation = { kind: 'cancellation' };
const pendingTickets = async () =>
  (await staff.get('/api/desk/escalations?state=pending')).json<EscalationList>().escalations;
const decide = (id: string, decision: 'approve' | 'refuse') =>
  staff.post(`/api/desk/escalations/${id}/decide`, { decision, reason: 'Seen to' });

async function onlyTicket(): Promise<EscalationView> {
  const [ticket, ...others] = await pendingTickets();
  if (ticket === undefined || others.length > 0) throw new Error('One ticket was expected');
  return ticket;
}

describe("a store that offers only the seed's lookup", () => {
  beforeEach(() => (desk.store.offers = 'lookup'));

  test('serves the status of its orders, and where they are', async () => {
    desk.store.orders.set(number, {
      order_number: number,
      status: 'shipped',
      items: [{ name: 'Classic Tee', qty: 1, price: 29.99 }],
      subtotal: 29.99,
      shipping: 'free',
      total: 29.99,
      carrier: 'UPS',
      tracking_number: '1Z999AA10123456784',
      estimated_delivery: '2026-03-08',
      shipping_address: '123 Main St, Austin, TX 78701',
      order_date: '2026-03-01',
      payment_method: 'Visa ending in 4242',
      email: 'customer@email.com',
    });
    const call = await desk.call();
    expect((await call.get(`/api/orders/${number}`)).json()).toMatchObject({
      status: 'shipped',
      say: expect.stringContaining('Sunday, March 8') as string,
    });
    expect((await call.get(`/api/orders/${number}/tracking`)).json()).toMatchObject({ parcels: [{ carrier: 'UPS' }] });
    expect((await call.get(`/api/orders/${number}/returnable`)).statusCode).toBe(200);
  });

  test('has its changes made by people: nothing is called done before they are', async () => {
    const call = await desk.call();
    const handed = await change(call, number, cancellation);
    expect(handed.json()).toMatchObject({
      outcome: 'pending',
      say: "I've passed this on to our team, who will do it and let you know. We'll email you as soon as it's done.",
    });
    expect(await desk.told()).toEqual([]);
    const ticket = await onlyTicket();
    expect(ticket).toMatchObject({
      matter: 'store_change',
      order_number: number,
      request: expect.stringMatching(/Cancel 2 x Classic Tee.*Refund \$104\.97 to Visa ending in 4242/) as string,
    });

    expect((await decide(ticket.escalation_id, 'approve')).json()).toMatchObject({
      status: 'approved',
      decided: { outcome: { outcome: 'done' } },
    });
    expect(await desk.told()).toEqual([expect.stringMatching(/ cancellation_confirmed$/)]);
    expect(await pendingTickets()).toEqual([]);
  });

  test('and of what they do not do the customer is told too', async () => {
    const call = await desk.call();
    await change(call, number, cancellation);
    const { escalation_id } = await onlyTicket();
    expect((await decide(escalation_id, 'refuse')).json()).toMatchObject({ status: 'refused' });
    expect(await desk.told()).toEqual([`${escalation_id} decision`]);
    // It is as it was, and may be asked for again.
    expect((await propose(call, number, cancellation)).statusCode).toBe(201);
  });

  test('lets nothing else be changed until then, and says who has it', async () => {
    await change(await desk.call(), number, cancellation);
    const later = await propose(await desk.call(), number, cancellation);
    expect(later.json()).toMatchObject({
      status: 422,
      reason: 'change_pending',
      say: expect.stringContaining('Our team still has a change of that order to make') as string,
      offers: ['wait'],
    });
  });

  test('is known by then, so that the next caller hears before the yes that people make the change', async () => {
    await change(await desk.call(), number, cancellation);
    await decide((await onlyTicket()).escalation_id, 'refuse');
    const proposed = (await propose(await desk.call(), number, cancellation)).json<ProposalResponse>();
    expect(proposed.say).toMatch(
      /^Our team makes changes to that order by hand, so I would pass this one on to them\. /,
    );
  });

  test('has an exchange decided by people, as nobody knows what is in stock', async () => {
    desk.tell(deliveredFacts);
    const exchange = {
      kind: 'exchange',
      lines: [{ line: 1, quantity: 1, variant: { size: 'L' } }],
      condition: 'as_new',
      reason: 'size',
    };
    const call = await desk.call();
    const refused = await propose(call, number, exchange);
    expect(refused.json()).toMatchObject({ reason: 'facts_unknown', offers: ['return', 'escalation'] });
    const request = { matter: 'facts_unknown', request: 'A size L, please', change: exchange };
    expect((await call.post(`/api/orders/${number}/escalations`, request)).statusCode).toBe(201);
    expect(await onlyTicket()).toMatchObject({ matter: 'facts_unknown' });
  });
});

test.each([404, 405, 501])('a store that answers changes with %d takes none: a person has it', async (status) => {
  desk.store.moods = { changes: { is: 'failing', status } };
  expect((await change(await desk.call(), number, cancellation)).json()).toMatchObject({ outcome: 'pending' });
  const { escalation_id } = await onlyTicket();
  const detail = (await staff.get(`/api/desk/escalations/${escalation_id}`)).json<EscalationDetail>();
  expect(detail).toMatchObject({ now: { verdict: 'possible', consequences: { refund: { amount_cents: 10_497 } } } });
  expect(desk.store.changes).toEqual([]);
});

test('a change that the store refuses, for reasons of its own, is handed to a person as well', async () => {
  desk.store.moods = { changes: { is: 'refusing' } };
  const call = await desk.call();
  const proposed = (await propose(call, number, cancellation)).json<ProposalResponse>();
  expect((await confirm(call, proposed)).json()).toMatchObject({ outcome: 'pending' });
  expect(await onlyTicket()).toMatchObject({ matter: 'store_change' });
  // It takes other changes: the next caller is not told that people make them.
  await decide((await onlyTicket()).escalation_id, 'refuse');
  expect((await propose(call, number, cancellation)).json<ProposalResponse>().say).not.toContain('by hand');
});

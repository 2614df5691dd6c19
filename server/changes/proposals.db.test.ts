import type { AcceptResponse, ProposalResponse } from '@orderline/contract/proposal.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, confirm, propose, readBackAndAnswer } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { joinTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const start = new Date('2026-03-05T17:00:00Z');
let now = start;
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
beforeEach(async () => {
  now = start;
  await database.database.deleteFrom('orders').execute();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** A caller who has proved the seed customer's processing order: one tote for $24.00, shipped express for $9.99. */
async function verifiedCall(order_number = 'ORD-10003', email = 'customer@email.com'): Promise<OrderCall> {
  const call = await orderCall(server);
  const looked = await call.lookUp({ order_number, verification: { email } });
  expect(looked.statusCode).toBe(200);
  return call;
}

const orderRow = (number: string) =>
  database.database.selectFrom('orders').selectAll().where('order_number', '=', number).executeTakeFirstOrThrow();

async function proposal(call: OrderCall, request: object, number = 'ORD-10003'): Promise<ProposalResponse> {
  const proposed = await propose(call, number, request);
  expect(proposed.statusCode).toBe(201);
  return proposed.json();
}

describe('a cancellation', () => {
  test('is proposed in the words of the seed with its exact consequences, and changes nothing yet', async () => {
    const proposed = await proposal(await verifiedCall(), { kind: 'cancellation' });
    expect(proposed.say).toBe(
      "Just to confirm, you'd like to cancel order ORD-10003? You'll receive a full refund within 5 to 7 business days.",
    );
    expect(proposed.consequences).toMatchObject({
      lines: [{ line: 1, quantity: 1, name: 'Canvas Tote' }],
      refund: {
        amount_cents: 3399,
        shipping_cents: 999,
        parts: [{ payment: 1, method: 'Visa ending in 4242', amount_cents: 3399 }],
        when: 'at_once',
        business_days: { from: 5, to: 7 },
      },
      stock: [{ sku: 'TOT-CNV', quantity: 1, move: 'back' }],
    });
    expect(await orderRow('ORD-10003')).toMatchObject({ status: 'processing', version: 1 });
  });

  test('is done once it is confirmed: cancelled, paid back, in the history', async () => {
    const call = await verifiedCall();
    const done = await change(call, 'ORD-10003', { kind: 'cancellation', reason: 'changed_mind' });
    expect(done.statusCode).toBe(200);
    expect(done.json<AcceptResponse>()).toMatchObject({
      outcome: 'done',
      say: expect.stringMatching(
        /^Order ORD-10003 is cancelled\. \$33\.99 goes back to your Visa ending in 4242 within 5 to 7 business days\./,
      ) as string,
    });
    expect(await orderRow('ORD-10003')).toMatchObject({ status: 'cancelled', version: 2, cancelled_at: start });
    const [refund] = await database.database.selectFrom('refunds').selectAll().execute();
    expect(refund).toMatchObject({ order_number: 'ORD-10003', payment: 1, amount_cents: 3399 });
    const history = await database.database.selectFrom('order_history').selectAll().execute();
    expect(history).toMatchObject([{ version: 2, kind: 'cancellation', reason: 'changed_mind' }]);
  });

  test('of a cancelled order states its date, and writes nothing', async () => {
    const call = await verifiedCall();
    await change(call, 'ORD-10003', { kind: 'cancellation' });
    for (const request of [
      { kind: 'cancellation' },
      {
        kind: 'address_change',
        address: { street: '1 A St', city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
      },
    ]) {
      const again = await propose(call, 'ORD-10003', request);
      expect(again.statusCode).toBe(422);
      expect(again.json()).toMatchObject({
        code: 'refused',
        reason: 'already_cancelled',
        say: expect.stringContaining('cancelled on Thursday, March 5') as string,
      });
    }
    expect(await orderRow('ORD-10003')).toMatchObject({ version: 2 });
  });

  test('of a shipped order is refused with the offer of a return', async () => {
    const refused = await propose(await verifiedCall('ORD-12345'), 'ORD-12345', { kind: 'cancellation' });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      reason: 'already_shipped',
      offers: ['wait', 'return'],
      say: "That order has already shipped. You're welcome to return it once it arrives, and I can walk you through the return process.",
    });
  });
});

describe('confirming', () => {
  test('takes the customer turn after the read-back, and no other', async () => {
    const call = await verifiedCall();
    const proposed = await proposal(call, { kind: 'cancellation' });
    const accept = (turn_id: string) =>
      call.post(`/api/proposals/${proposed.proposal_id}/accept`, { turn_id, by: 'voice' });
    expect((await accept('a turn nobody took')).json()).toMatchObject({ status: 409, code: 'not_confirmed' });
    expect(await orderRow('ORD-10003')).toMatchObject({ status: 'processing' });
    expect((await accept(await readBackAndAnswer(call, proposed))).statusCode).toBe(200);
  });

  test('is done once, however often and in parallel it is accepted', async () => {
    const call = await verifiedCall();
    const proposed = await proposal(call, { kind: 'cancellation' });
    const turn_id = await readBackAndAnswer(call, proposed);
    const path = `/api/proposals/${proposed.proposal_id}/accept`;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => call.post(path, { turn_id, by: 'voice' })));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(200);
    expect(await database.database.selectFrom('refunds').selectAll().execute()).toHaveLength(1);
  });

  test('after a no, or when a newer proposal has taken its place, does nothing', async () => {
    const call = await verifiedCall();
    const declined = await proposal(call, { kind: 'cancellation' });
    const decline = () => call.post(`/api/proposals/${declined.proposal_id}/decline`, {});
    expect((await decline()).json()).toEqual({ outcome: 'declined' });
    expect((await decline()).statusCode).toBe(200);
    expect((await confirm(call, declined)).json()).toMatchObject({ status: 409, code: 'proposal_closed' });

    const older = await proposal(call, { kind: 'cancellation' });
    const newer = await proposal(call, { kind: 'cancellation' });
    expect((await confirm(call, older)).json()).toMatchObject({ status: 409, code: 'proposal_closed' });
    expect((await confirm(call, newer)).statusCode).toBe(200);
    expect((await call.post(`/api/proposals/${newer.proposal_id}/decline`, {})).statusCode).toBe(409);
  });

  test('ends with the time a proposal has', async () => {
    const call = await verifiedCall();
    const proposed = await proposal(call, { kind: 'cancellation' });
    now = new Date(Date.parse(proposed.expires_at));
    expect((await confirm(call, proposed)).json()).toMatchObject({ status: 409, code: 'proposal_closed' });
  });

  test('a turn confirms one proposal only', async () => {
    const call = await verifiedCall();
    const first = await proposal(call, { kind: 'cancellation' });
    const turn_id = await readBackAndAnswer(call, first);
    await call.post(`/api/proposals/${first.proposal_id}/accept`, { turn_id, by: 'voice' });
    const others = await call.lookUp({ order_number: 'ORD-12345', verification: { email: 'customer@email.com' } });
    expect(others.statusCode).toBe(200);
    const stranger = await verifiedCall();
    expect(
      (await stranger.post(`/api/proposals/${first.proposal_id}/accept`, { turn_id, by: 'voice' })).json(),
    ).toMatchObject({ status: 404, code: 'not_found' });
  });
});

test('an order that ships between read-back and yes is not cancelled: 409, nothing changed, a return offered', async () => {
  const call = await verifiedCall();
  const proposed = await proposal(call, { kind: 'cancellation' });
  await database.database
    .updateTable('orders')
    .set({ status: 'shipped', version: 2 })
    .where('order_number', '=', 'ORD-10003')
    .execute();
  const moved = await confirm(call, proposed);
  expect(moved.json()).toMatchObject({
    status: 409,
    code: 'order_moved',
    reason: 'already_shipped',
    offers: ['wait', 'return'],
    say: expect.stringContaining("You're welcome to return it") as string,
  });
  expect(await orderRow('ORD-10003')).toMatchObject({ status: 'shipped', version: 2 });
  expect((await confirm(call, proposed)).json()).toMatchObject({ code: 'proposal_closed' });
});

describe('an address change', () => {
  const address = { street: '500 Congress Ave', city: 'Austin', state: 'Texas', zip: '78702', country: 'US' };

  test('is read back by city and zip, and done', async () => {
    const call = await verifiedCall();
    const proposed = await proposal(call, { kind: 'address_change', address });
    expect(proposed.say).toContain('shipped to Austin, 78702 instead?');
    expect(proposed.say).not.toContain('Congress');
    expect(proposed.consequences.address).toEqual({ ...address, state: 'TX' });
    expect((await confirm(call, proposed)).statusCode).toBe(200);
    expect(await orderRow('ORD-10003')).toMatchObject({ street: '500 Congress Ave', state: 'TX', zip: '78702' });
  });

  test.each([
    [{ zip: '94105' }, 'zip_not_in_state', undefined],
    [{ zip: '787' }, 'incomplete_address', undefined],
    [{ city: 'Toronto', state: 'ON', zip: 'M5H 2N2', country: 'CA' }, 'abroad', ['escalation']],
  ])('with %j is refused: %s', async (changes, reason, offers) => {
    const refused = await propose(await verifiedCall(), 'ORD-10003', {
      kind: 'address_change',
      address: { ...address, ...changes },
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ reason, ...(offers === undefined ? {} : { offers }) });
  });

  test('and a cancellation accepted at the same moment: one wins, the other gets 409', async () => {
    const [one, other] = [await verifiedCall(), await verifiedCall()];
    const moving = await proposal(one, { kind: 'address_change', address });
    const cancelling = await proposal(other, { kind: 'cancellation' });
    const answers = await Promise.all([confirm(one, moving), confirm(other, cancelling)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await orderRow('ORD-10003')).toMatchObject({ version: 2 });
  });
});

describe('an idempotency key', () => {
  test('gives the same proposal again, and refuses another request', async () => {
    const call = await verifiedCall();
    const path = '/api/orders/ORD-10003/proposals';
    const ask = (request: object) => call.post(path, request, { 'idempotency-key': 'once' });
    const answers = await Promise.all([1, 2, 3].map(() => ask({ kind: 'cancellation' })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(201);
    expect((await ask({ kind: 'cancellation', reason: 'size' })).json()).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });
});

test('a job that takes the call over is given what waits for an answer, and nothing once it was answered', async () => {
  const call = await verifiedCall();
  const proposed = await proposal(call, { kind: 'cancellation' });
  const pending = (await joinTestCall(server.app, call.id)).pending_proposal;
  expect({ ...pending, texting: proposed.texting }).toEqual(proposed);
  now = new Date(Date.parse(proposed.expires_at));
  expect((await joinTestCall(server.app, call.id)).pending_proposal).toBeUndefined();
});

test('of proposals made at the same moment the call has one open, and the others are replaced', async () => {
  const call = await verifiedCall();
  const proposed = await Promise.all(
    Array.from({ length: 6 }, () => propose(call, 'ORD-10003', { kind: 'cancellation' })),
  );
  expect(proposed.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(201));
  const { rows } = await sql<{ state: string }>`
    select state from proposals where call_id = ${call.id} order by state`.execute(database.database);
  expect(rows.map(({ state }) => state)).toEqual(['open', ...Array<string>(5).fill('replaced')]);
});

test('only a call that has proved the order may propose', async () => {
  const call = await orderCall(server);
  expect((await propose(call, 'ORD-10003', { kind: 'cancellation' })).json()).toMatchObject({ code: 'not_found' });
});

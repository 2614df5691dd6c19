import type { AcceptResponse, ProposalResponse } from '@orderline/contract/proposal.ts';
import type { ReturnableResponse, ReturnsResponse } from '@orderline/contract/returns.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, confirm, propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { discounted, oneTee, openReturn, teeToL, verifiedCall } from '../../test/support/return-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
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
  for (const table of ['orders', 'variants', 'returns', 'messages'] as const) {
    await database.database.deleteFrom(table).execute();
  }
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const lineRow = (line = 1) =>
  database.database
    .selectFrom('order_lines')
    .selectAll()
    .where('order_number', '=', discounted)
    .where('line', '=', line)
    .executeTakeFirstOrThrow();
const reserved = async (sku: string) =>
  (await database.database.selectFrom('variants').select('reserved').where('sku', '=', sku).executeTakeFirst())
    ?.reserved;
const returnsOf = async (call: Awaited<ReturnType<typeof verifiedCall>>) =>
  (await call.get(`/api/orders/${discounted}/returns`)).json<ReturnsResponse>();

describe('a return', () => {
  test('that is confirmed has an RMA, and its label leaves with instructions for the mailbox on file', async () => {
    const done = await change(await verifiedCall(server), discounted, oneTee);
    const { say, rma } = done.json<AcceptResponse>();
    expect(rma).toMatch(/^RMA-\d{6}$/);
    expect(say).toMatch(
      /^Your return is set up under RMA-\d{6}\. .* Please ship it back by Thursday, March 12, and your refund will process in 5 to 7 business days after we receive it\.$/,
    );
    expect(await lineRow()).toMatchObject({ return_requested_quantity: 1, returned_quantity: 0 });
    const messages = await database.database.selectFrom('messages').selectAll().execute();
    expect(messages).toMatchObject([
      {
        kind: 'return_created',
        channel: 'email',
        recipient: 'customer@email.com',
        attachments: [{ kind: 'return_label', rma }],
      },
    ]);
    expect(messages[0]?.text).toContain(`/labels/${rma ?? ''}.pdf?`);
  });

  test('asked for again on the same unit is the one that is open, and its label is offered again', async () => {
    const jogger = { ...oneTee, lines: [{ line: 2, quantity: 1 }] };
    const call = await verifiedCall(server);
    const rma = await openReturn(call, jogger);
    const again = await propose(call, discounted, jogger);
    expect(again.json()).toMatchObject({ status: 422, reason: 'already_open', rma, offers: ['label_again'] });
  });

  test('of two, one of which has been asked for, writes nothing', async () => {
    const call = await verifiedCall(server);
    await openReturn(call);
    const refused = await propose(call, discounted, { ...oneTee, lines: [{ line: 1, quantity: 2 }] });
    expect(refused.json()).toMatchObject({ status: 422, reason: 'quantity_unavailable' });
    expect(await lineRow()).toMatchObject({ return_requested_quantity: 1 });
  });

  test('proposed in three calls and confirmed at once is made once', async () => {
    const calls = await Promise.all([1, 2, 3].map(() => verifiedCall(server)));
    const proposed = await Promise.all(
      calls.map(async (call) => (await propose(call, discounted, oneTee)).json<ProposalResponse>()),
    );
    const answers = await Promise.all(calls.map((call, index) => confirm(call, proposed[index] as ProposalResponse)));
    // The order moved for those that came second.
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
    expect(await lineRow()).toMatchObject({ return_requested_quantity: 1 });
  });

  test('in place of an open exchange takes one confirmation, and frees what was set aside', async () => {
    const call = await verifiedCall(server);
    const before = await reserved('TEE-NVY-L');
    const exchange = await openReturn(call, teeToL);
    expect(await reserved('TEE-NVY-L')).toBe((before ?? 0) + 1);
    const rma = await openReturn(call, { ...oneTee, instead_of: exchange });
    expect(await reserved('TEE-NVY-L')).toBe(before);
    expect(await lineRow()).toMatchObject({ return_requested_quantity: 1 });
    expect((await returnsOf(call)).returns).toMatchObject([
      { rma: exchange, kind: 'exchange', state: 'cancelled' },
      { rma, kind: 'return', state: 'requested' },
    ]);
  });
});

describe('what may be returned', () => {
  test('is told line by line, with the last day or the reason', async () => {
    const call = await verifiedCall(server);
    await openReturn(call, { ...oneTee, lines: [{ line: 2, quantity: 1 }] });
    const told = (await call.get(`/api/orders/${discounted}/returnable`)).json<ReturnableResponse>();
    expect(told.lines).toMatchObject([
      {
        line: 1,
        quantity: 2,
        returnable: 2,
        until: '2026-03-30',
        say: '2 of the Classic Tee - Navy, Size M can be returned until Monday, March 30.',
      },
      { line: 2, returnable: 0, reason: 'already_open', offers: ['label_again'] },
    ]);
  });

  test('says why for each that may not be', async () => {
    const call = await verifiedCall(server, '#W2000011', 'w.lindqvist@example.net');
    const path = `/api/orders/${encodeURIComponent('#W2000011')}/returnable`;
    expect((await call.get(path)).json<ReturnableResponse>().lines).toMatchObject([
      { reason: 'gift_card' },
      { reason: 'personalised' },
      { returnable: 1, until: '2026-04-30' },
    ]);
  });

  test('and where returns are is told only of orders that this call has proved', async () => {
    const other = await verifiedCall(server, 'ORD-10003');
    const rma = await openReturn(await verifiedCall(server));
    for (const path of ['returnable', 'returns']) {
      expect((await other.get(`/api/orders/${discounted}/${path}`)).statusCode).toBe(404);
    }
    for (const act of ['label', 'cancel']) {
      expect((await other.post(`/api/orders/${discounted}/returns/${rma}/${act}`, {})).statusCode).toBe(404);
      // Nor does the own order open the return of another.
      expect((await other.post(`/api/orders/ORD-10003/returns/${rma}/${act}`, {})).statusCode).toBe(404);
    }
  });
});

describe('"where is my refund?"', () => {
  test('is answered for a return just made: once it is received, in five to seven business days', async () => {
    const call = await verifiedCall(server);
    const rma = await openReturn(call);
    const { say, returns } = await returnsOf(call);
    expect(say).toBe(
      `We haven't received your return ${rma} of 1 x Classic Tee - Navy, Size M yet. Please ship it by Thursday, March 12. Your refund of $27.26 will process in 5 to 7 business days after we receive it.`,
    );
    expect(returns).toMatchObject([
      { rma, state: 'requested', requested_on: '2026-03-05', ship_by: '2026-03-12', awaited_refund_cents: 2726 },
    ]);
  });

  test('tells each return the refund that is left to it', async () => {
    const call = await verifiedCall(server);
    await openReturn(call);
    await openReturn(call);
    await openReturn(call, { ...oneTee, lines: [{ line: 2, quantity: 1 }] });
    const { returns } = await returnsOf(call);
    expect(returns.map((of) => of.awaited_refund_cents)).toEqual([2726, 2726, 4545]);
  });

  test('without a return says so', async () => {
    const call = await verifiedCall(server);
    expect(await returnsOf(call)).toEqual({
      order_number: discounted,
      say: "There's no return on that order.",
      returns: [],
    });
  });
});

describe('cancelling a return', () => {
  const cancel = (call: Awaited<ReturnType<typeof verifiedCall>>, rma: string, key = 'once') =>
    call.post(`/api/orders/${discounted}/returns/${rma}/cancel`, {}, { 'idempotency-key': key });

  test('frees its units for a new one, with a new number', async () => {
    const call = await verifiedCall(server);
    const rma = await openReturn(call);
    const cancelled = await cancel(call, rma);
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', say: expect.stringContaining(rma) as string });
    expect(await lineRow()).toMatchObject({ return_requested_quantity: 0 });
    expect((await cancel(call, rma)).body).toBe(cancelled.body);
    expect((await cancel(call, rma, 'again')).json()).toMatchObject({ state: 'cancelled' });
    expect(await openReturn(call)).not.toBe(rma);
  });

  test('of an exchange frees what it has set aside, once', async () => {
    const call = await verifiedCall(server);
    const before = await reserved('TEE-NVY-L');
    const rma = await openReturn(call, teeToL);
    await Promise.all(['a', 'b', 'c'].map((key) => cancel(call, rma, key)));
    expect(await reserved('TEE-NVY-L')).toBe(before);
    const told = await database.database.selectFrom('messages').select('kind').execute();
    expect(told.filter(({ kind }) => kind === 'return_withdrawn')).toHaveLength(1);
  });
});

import type { DeskReturn, ReturnsResponse } from '@orderline/contract/returns.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { discounted, oneTee, openReturn, teeToL, verifiedCall } from '../../test/support/return-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const start = new Date('2026-03-05T17:00:00Z');
let now = start;
let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

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
  staff = await signInTestStaff(server);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** So many days pass, and the store's people sign in again. */
async function daysPass(days: number): Promise<void> {
  now = new Date(start.getTime() + days * 86_400_000);
  staff = await signInTestStaff(server);
}

const twoTees = { ...oneTee, lines: [{ line: 1, quantity: 2 }] };
const everything = {
  ...oneTee,
  lines: [
    { line: 1, quantity: 2 },
    { line: 2, quantity: 1 },
  ],
};
const good = (line: number, quantity: number) => ({ line, quantity, condition: 'good' });
const damaged = (line: number, quantity: number) => ({ line, quantity, condition: 'damaged' });

const receive = (rma: string, lines: object[], more: object = {}) =>
  staff.post(`/api/desk/returns/${rma}/receive`, { lines, ...more });
const release = (rma: string, decision: string) =>
  staff.post(`/api/desk/returns/${rma}/release`, { decision, reason: 'A seam is torn, as the photo shows' });
const orderRow = () =>
  database.database.selectFrom('orders').selectAll().where('order_number', '=', discounted).executeTakeFirstOrThrow();
const lineRow = (line = 1) =>
  database.database
    .selectFrom('order_lines')
    .selectAll()
    .where('order_number', '=', discounted)
    .where('line', '=', line)
    .executeTakeFirstOrThrow();
const stock = (sku: string) =>
  database.database
    .selectFrom('variants')
    .select(['stock', 'reserved'])
    .where('sku', '=', sku)
    .executeTakeFirstOrThrow();
const refunds = async () =>
  (await database.database.selectFrom('refunds').select('amount_cents').orderBy('refunded_at').execute()).map(
    ({ amount_cents }) => amount_cents,
  );
const toldKinds = async () =>
  (await database.database.selectFrom('messages').select('kind').execute()).map(({ kind }) => kind).toSorted();

describe('a parcel that comes', () => {
  test('with one of two units is received in part, and the one refunded', async () => {
    const rma = await openReturn(await verifiedCall(server), twoTees);
    const before = await stock('TEE-NVY-M');
    await daysPass(4);
    const received = await receive(rma, [good(1, 1)]);
    expect(received.json<DeskReturn>()).toMatchObject({
      state: 'partially_received',
      received_on: '2026-03-09',
      is_late: false,
      lines: [{ line: 1, quantity: 2, received: 1, held: 0 }],
      refunds: [{ amount_cents: 2726, method: 'Visa ending in 4242', refunded_on: '2026-03-09' }],
    });
    expect(await lineRow()).toMatchObject({ return_requested_quantity: 1, returned_quantity: 1, refunded_quantity: 1 });
    expect((await stock('TEE-NVY-M')).stock).toBe(before.stock + 1);
    expect(await toldKinds()).toEqual(['return_created', 'return_received']);

    const call = await verifiedCall(server);
    const { say } = (await call.get(`/api/orders/${discounted}/returns`)).json<ReturnsResponse>();
    expect(say).toBe(
      `We received part of your return ${rma} on Monday, March 9, and are still waiting for 1 x Classic Tee - Navy, Size M. $27.26 went back to your Visa ending in 4242 on Monday, March 9. It can take 5 to 7 business days to show up.`,
    );
  });

  test('one unit at a time gives back 27.26, 27.26 and 45.45, and ends in a refunded order', async () => {
    const rma = await openReturn(await verifiedCall(server), everything);
    await receive(rma, [good(2, 1)]);
    await receive(rma, [good(1, 1)]);
    expect(await orderRow()).toMatchObject({ status: 'delivered' });
    await receive(rma, [good(1, 1)]);
    expect(await refunds()).toEqual([4545, 2726, 2726]);
    expect(await orderRow()).toMatchObject({ status: 'refunded' });
  });

  test('is booked in once under its key, and never more than was asked for', async () => {
    const rma = await openReturn(await verifiedCall(server), twoTees);
    const keyed = () =>
      server.app.inject({
        method: 'POST',
        url: `/api/desk/returns/${rma}/receive`,
        headers: { cookie: staff.cookie, 'orderline-csrf': staff.csrf, 'idempotency-key': 'parcel-1' },
        payload: { lines: [good(1, 1)] },
      });
    const answers = await Promise.all([keyed(), keyed(), keyed()]);
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(await refunds()).toEqual([2726]);

    const parallel = await Promise.all([1, 2, 3].map(() => receive(rma, [good(1, 1)])));
    expect(parallel.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 422, 422]);
    expect((await receive(rma, [good(7, 1)])).json()).toMatchObject({ status: 422, reason: 'no_such_line' });
    expect(await refunds()).toEqual([2726, 2726]);
  });

  test('stays booked in once when the server died before it answered', async () => {
    const rma = await openReturn(await verifiedCall(server), twoTees);
    const keyed = () =>
      server.app.inject({
        method: 'POST',
        url: `/api/desk/returns/${rma}/receive`,
        headers: { cookie: staff.cookie, 'orderline-csrf': staff.csrf, 'idempotency-key': 'parcel-2' },
        payload: { lines: [good(1, 1)] },
      });
    await keyed();
    await database.database.deleteFrom('idempotency_keys').execute();
    expect((await keyed()).json<DeskReturn>()).toMatchObject({ lines: [{ received: 1 }] });
    expect(await refunds()).toEqual([2726]);
  });

  test('after its seven days is refunded, and marked late for the staff', async () => {
    const rma = await openReturn(await verifiedCall(server));
    await daysPass(9);
    expect((await receive(rma, [good(1, 1)])).json<DeskReturn>()).toMatchObject({
      state: 'received',
      is_late: true,
      refunds: [{ amount_cents: 2726 }],
    });
  });

  test('after its seven days, but posted within them, is not late', async () => {
    const rma = await openReturn(await verifiedCall(server));
    await daysPass(9);
    const received = await receive(rma, [good(1, 1)], { posted_on: '2026-03-12' });
    expect(received.json<DeskReturn>()).toMatchObject({ is_late: false });
  });

  test('is booked in by staff alone, and stands in the audit log', async () => {
    const rma = await openReturn(await verifiedCall(server));
    const qa = await signInTestStaff(server, 'qa');
    const path = `/api/desk/returns/${rma}/receive`;
    expect((await qa.post(path, { lines: [good(1, 1)] })).statusCode).toBe(403);
    expect((await server.app.inject({ method: 'POST', url: path, payload: { lines: [good(1, 1)] } })).statusCode).toBe(
      401,
    );
    expect((await qa.get('/api/desk/returns?state=requested')).json()).toMatchObject({ returns: [{ rma }] });
    await receive(rma, [good(1, 1)]);
    const log = await database.database
      .selectFrom('audit_log')
      .selectAll()
      .where('subject', '=', `return:${rma}`)
      .execute();
    expect(log).toMatchObject([
      { act: 'return.received', subject: `return:${rma}`, detail: { good: 1, damaged: 0, refund_cents: 2726 } },
    ]);
    expect((await receive('RMA-999999', [good(1, 1)])).statusCode).toBe(404);
  });
});

describe('what comes damaged', () => {
  test('is held: neither refunded nor restocked, and the customer told', async () => {
    const call = await verifiedCall(server);
    const rma = await openReturn(call, twoTees);
    const before = await stock('TEE-NVY-M');
    const received = await receive(rma, [good(1, 1), damaged(1, 1)]);
    expect(received.json<DeskReturn>()).toMatchObject({ state: 'received', lines: [{ received: 2, held: 1 }] });
    expect((await staff.get('/api/desk/returns?state=held')).json()).toMatchObject({ returns: [{ rma }] });
    expect(await refunds()).toEqual([2726]);
    expect((await stock('TEE-NVY-M')).stock).toBe(before.stock + 1);
    expect(await toldKinds()).toEqual(['return_created', 'return_held', 'return_received']);
    const { say } = (await call.get(`/api/orders/${discounted}/returns`)).json<ReturnsResponse>();
    expect(say).toMatch(/someone on our team is taking a look/);
  });

  test('is refunded when a person decides so, once', async () => {
    const rma = await openReturn(await verifiedCall(server));
    await receive(rma, [damaged(1, 1)]);
    const answers = await Promise.all([release(rma, 'refund'), release(rma, 'refund')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 422]);
    expect((await staff.get('/api/desk/returns?state=held')).json()).toEqual({ returns: [] });
    expect(await refunds()).toEqual([2726]);
    expect(await lineRow()).toMatchObject({ returned_quantity: 1, refunded_quantity: 1 });
  });

  test('is rejected with a reason that the customer hears, and cannot be returned again', async () => {
    const call = await verifiedCall(server);
    const rma = await openReturn(call, twoTees);
    await receive(rma, [damaged(1, 2)]);
    expect((await release(rma, 'reject')).json<DeskReturn>()).toMatchObject({ lines: [{ held: 0 }], refunds: [] });
    expect(await refunds()).toEqual([]);
    const told = await database.database.selectFrom('messages').select('text').where('kind', '=', 'decision').execute();
    expect(told[0]?.text).toContain('A seam is torn');
    const again = await call.post(`/api/orders/${discounted}/proposals`, oneTee);
    expect(again.json()).toMatchObject({ status: 422, reason: 'already_returned' });
    expect((await release(rma, 'replace')).json()).toMatchObject({ reason: 'nothing_to_change' });
  });
});

describe('the parcel of an exchange', () => {
  test('sends what was set aside, and no money', async () => {
    const call = await verifiedCall(server);
    const before = await stock('TEE-NVY-L');
    const rma = await openReturn(call, teeToL);
    expect((await receive(rma, [good(1, 1)])).json<DeskReturn>()).toMatchObject({ state: 'received', refunds: [] });
    expect(await stock('TEE-NVY-L')).toEqual({ stock: before.stock - 1, reserved: before.reserved });
    const sent = await database.database.selectFrom('replacements').selectAll().execute();
    expect(sent).toMatchObject([{ line: 1, sku: 'TEE-NVY-L', quantity: 1, shipping: 'standard' }]);
    const { say } = (await call.get(`/api/orders/${discounted}/returns`)).json<ReturnsResponse>();
    expect(say).toMatch(/so your replacement is on its way\.$/);
  });

  test('that is damaged keeps its replacement until a person decides: replaced, or refunded and free again', async () => {
    const before = await stock('TEE-NVY-L');
    const replaced = await openReturn(await verifiedCall(server), teeToL);
    await receive(replaced, [damaged(1, 1)]);
    expect((await stock('TEE-NVY-L')).reserved).toBe(before.reserved + 1);
    expect((await release(replaced, 'replace')).statusCode).toBe(200);
    expect(await stock('TEE-NVY-L')).toEqual({ stock: before.stock - 1, reserved: before.reserved });

    const refunded = await openReturn(await verifiedCall(server), teeToL);
    await receive(refunded, [damaged(1, 1)]);
    expect((await release(refunded, 'refund')).json<DeskReturn>()).toMatchObject({ refunds: [{ amount_cents: 2726 }] });
    expect(await stock('TEE-NVY-L')).toEqual({ stock: before.stock - 1, reserved: before.reserved });
  });

  test('for something cheaper pays the difference back', async () => {
    await database.database.updateTable('variants').set({ price_cents: 2499 }).where('sku', '=', 'TEE-NVY-L').execute();
    const rma = await openReturn(await verifiedCall(server), teeToL);
    const [line] = await database.database.selectFrom('return_lines').select('cheaper_by_cents').execute();
    const difference = line?.cheaper_by_cents ?? 0;
    expect(difference).toBeGreaterThan(0);
    await receive(rma, [good(1, 1)]);
    expect(await refunds()).toEqual([difference]);
    expect(await lineRow()).toMatchObject({ returned_quantity: 1, refunded_quantity: 0 });
  });
});

import type { DeskReturn, LabelResponse } from '@orderline/contract/returns.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { discounted, oneTee, openReturn, teeToL, verifiedCall } from '../../test/support/return-call.ts';
import { storeProfile } from '../../test/support/seed-return.ts';
import { testContext, testServer, type TestServer } from '../../test/support/test-server.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { expireReturns } from './expire-returns.ts';

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

/** So many days after the start, at which the label is good for seven, and its parcel has fourteen more. */
const onDay = (days: number) => {
  now = new Date(start.getTime() + days * 86_400_000);
};
const sweep = () =>
  expireReturns({ ...testContext(database, new MemoryRooms()), clock: () => now, profile: () => storeProfile });
const newLabel = async (rma: string, key = 'once') =>
  (await verifiedCall(server)).post(`/api/orders/${discounted}/returns/${rma}/label`, {}, { 'idempotency-key': key });
const stock = (sku: string) =>
  database.database
    .selectFrom('variants')
    .select(['stock', 'reserved'])
    .where('sku', '=', sku)
    .executeTakeFirstOrThrow();
const returnRow = (rma: string) =>
  database.database.selectFrom('returns').selectAll().where('rma', '=', rma).executeTakeFirstOrThrow();
const requested = async () =>
  (
    await database.database
      .selectFrom('order_lines')
      .select('return_requested_quantity')
      .where('order_number', '=', discounted)
      .where('line', '=', 1)
      .executeTakeFirstOrThrow()
  ).return_requested_quantity;
const told = (kind: string) => database.database.selectFrom('messages').selectAll().where('kind', '=', kind).execute();

describe('a return that never came', () => {
  test('expires once its label and the days of its parcel are over, and its units are free', async () => {
    const rma = await openReturn(await verifiedCall(server));
    onDay(21);
    expect(await sweep()).toBe(0);
    onDay(22);
    expect(await Promise.all([sweep(), sweep()]).then(([one, other]) => one + other)).toBe(1);
    expect(await returnRow(rma)).toMatchObject({ state: 'expired' });
    expect(await requested()).toBe(0);
    expect(await told('return_expired')).toMatchObject([{ recipient: 'customer@email.com' }]);
    // The window is still open, so it may be asked for anew.
    expect(await openReturn(await verifiedCall(server))).not.toBe(rma);
  });

  test('of an exchange frees what was set aside', async () => {
    const before = await stock('TEE-NVY-L');
    await openReturn(await verifiedCall(server), teeToL);
    onDay(22);
    await sweep();
    expect(await stock('TEE-NVY-L')).toEqual(before);
  });

  test('stays open when a part of it has come', async () => {
    const rma = await openReturn(await verifiedCall(server), { ...oneTee, lines: [{ line: 1, quantity: 2 }] });
    const staff = await signInTestStaff(server);
    await staff.post(`/api/desk/returns/${rma}/receive`, { lines: [{ line: 1, quantity: 1, condition: 'good' }] });
    onDay(60);
    expect(await sweep()).toBe(0);
  });

  test('and comes after all is taken, refunded, and marked late', async () => {
    const rma = await openReturn(await verifiedCall(server));
    onDay(22);
    await sweep();
    const staff = await signInTestStaff(server);
    const received = await staff.post(`/api/desk/returns/${rma}/receive`, {
      lines: [{ line: 1, quantity: 1, condition: 'good' }],
    });
    expect(received.json<DeskReturn>()).toMatchObject({
      state: 'received',
      is_late: true,
      refunds: [{ amount_cents: 2726 }],
    });
    expect(await requested()).toBe(0);
  });

  test('and comes after all while its units are on another return belongs to that one', async () => {
    const both = { ...oneTee, lines: [{ line: 1, quantity: 2 }] };
    const rma = await openReturn(await verifiedCall(server), both);
    onDay(22);
    await sweep();
    await openReturn(await verifiedCall(server), both);
    const staff = await signInTestStaff(server);
    const received = await staff.post(`/api/desk/returns/${rma}/receive`, {
      lines: [{ line: 1, quantity: 1, condition: 'good' }],
    });
    expect(received.json()).toMatchObject({ status: 422, reason: 'quantity_unavailable' });
  });

  test('of an exchange whose replacement is gone by then becomes a refund', async () => {
    const rma = await openReturn(await verifiedCall(server), teeToL);
    onDay(22);
    await sweep();
    await database.database.updateTable('variants').set({ stock: 0 }).where('sku', '=', 'TEE-NVY-L').execute();
    const staff = await signInTestStaff(server);
    const received = await staff.post(`/api/desk/returns/${rma}/receive`, {
      lines: [{ line: 1, quantity: 1, condition: 'good' }],
    });
    expect(received.json<DeskReturn>()).toMatchObject({ refunds: [{ amount_cents: 2726 }] });
  });
});

describe('a new label', () => {
  test('has a new last day, and goes to the contacts on file, once for its key', async () => {
    const call = await verifiedCall(server);
    const rma = await openReturn(call);
    now = new Date('2026-03-05T21:00:00Z');
    const path = `/api/orders/${discounted}/returns/${rma}/label`;
    const answers = await Promise.all([1, 2, 3].map(() => call.post(path, {}, { 'idempotency-key': 'k' })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.json<LabelResponse>()).toMatchObject({
      rma,
      ship_by: '2026-03-12',
      say: expect.stringMatching(/Please ship 1 x Classic Tee - Navy, Size M by Thursday, March 12\.$/) as string,
    });
    expect(await told('label_again')).toMatchObject([{ recipient: 'customer@email.com' }]);
    expect(await returnRow(rma)).toMatchObject({ labels: 2, state: 'requested' });
  });

  test('after its last day gives seven more', async () => {
    const rma = await openReturn(await verifiedCall(server));
    onDay(10);
    expect((await newLabel(rma)).json()).toMatchObject({ ship_by: '2026-03-22' });
    onDay(22);
    expect(await sweep()).toBe(0);
  });

  test('opens a return again that has expired, under its number', async () => {
    const rma = await openReturn(await verifiedCall(server));
    onDay(22);
    await sweep();
    expect((await newLabel(rma)).json()).toMatchObject({ rma, ship_by: '2026-04-03' });
    expect(await requested()).toBe(1);
    onDay(60);
    expect(await sweep()).toBe(1);
    expect(await told('return_expired')).toHaveLength(2);
  });

  test('of an exchange sets its replacement aside again, or offers another variant or a refund', async () => {
    const before = await stock('TEE-NVY-L');
    const rma = await openReturn(await verifiedCall(server), teeToL);
    onDay(22);
    await sweep();
    await database.database.updateTable('variants').set({ stock: 0 }).where('sku', '=', 'TEE-NVY-L').execute();
    expect((await newLabel(rma)).json()).toMatchObject({
      status: 422,
      reason: 'out_of_stock',
      offers: ['other_variant', 'refund'],
      say: "I'm sorry, the Classic Tee - Navy, Size L isn't available any more. Would you like another one instead, or a refund?",
    });
    expect(await requested()).toBe(0);
    await database.database.updateTable('variants').set(before).where('sku', '=', 'TEE-NVY-L').execute();
    expect((await newLabel(rma, 'later')).statusCode).toBe(200);
    expect(await stock('TEE-NVY-L')).toEqual({ ...before, reserved: before.reserved + 1 });
  });

  test('is not for what is received, cancelled, or on another return meanwhile', async () => {
    const call = await verifiedCall(server);
    const jogger = { ...oneTee, lines: [{ line: 2, quantity: 1 }] };
    const rma = await openReturn(call, jogger);
    const received = await openReturn(call);
    const staff = await signInTestStaff(server);
    await staff.post(`/api/desk/returns/${received}/receive`, {
      lines: [{ line: 1, quantity: 1, condition: 'good' }],
    });
    expect((await newLabel(received)).json()).toMatchObject({ status: 422, reason: 'already_returned' });
    const cancelled = await openReturn(call);
    await call.post(`/api/orders/${discounted}/returns/${cancelled}/cancel`, {});
    expect((await newLabel(cancelled)).json()).toMatchObject({ reason: 'nothing_to_change', offers: ['return'] });

    onDay(22);
    await sweep();
    await openReturn(await verifiedCall(server), jogger);
    expect((await newLabel(rma)).json()).toMatchObject({ reason: 'quantity_unavailable', offers: ['escalation'] });
  });
});

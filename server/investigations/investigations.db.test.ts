import type { InvestigationList, InvestigationResponse, InvestigationView } from '@orderline/contract/investigation.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const start = new Date('2026-03-05T17:00:00Z');
let now = start;
let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now, config: { staffEmail: 'desk@store.example' } });
});
beforeEach(async () => {
  now = start;
  const tables = ['investigations', 'claims', 'messages', 'customer_notices', 'orders'] as const;
  for (const table of tables) await database.database.deleteFrom(table).execute();
  await database.database.deleteFrom('variants').execute();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** Marked delivered at 12:15 on March 4, with its one white tee. */
const delivered = 'ORD-10020';
const maya = 'maya.torres@example.com';

async function verifiedCall(order_number = delivered, email = maya): Promise<OrderCall> {
  const call = await orderCall(server);
  expect((await call.lookUp({ order_number, verification: { email } })).statusCode).toBe(200);
  return call;
}

const pathOf = (number: string) => `/api/orders/${encodeURIComponent(number)}/investigations`;
const investigate = (call: OrderCall, request: object = {}, number = delivered) => call.post(pathOf(number), request);

async function investigated(call: OrderCall): Promise<InvestigationResponse> {
  const opened = await investigate(call);
  expect(opened.statusCode).toBe(201);
  return opened.json();
}

const resolve = (id: string, resolution: string, more: object = {}) =>
  staff.post(`/api/desk/investigations/${id}/resolve`, { resolution, reason: 'The carrier lost it', ...more });

const messages = () => database.database.selectFrom('messages').selectAll().orderBy('id').execute();
const orderRow = () =>
  database.database.selectFrom('orders').selectAll().where('order_number', '=', delivered).executeTakeFirstOrThrow();
const lineRow = () =>
  database.database
    .selectFrom('order_lines')
    .selectAll()
    .where('order_number', '=', delivered)
    .executeTakeFirstOrThrow();

describe('a parcel marked delivered that is not there', () => {
  test('20 hours ago is waited for, and the caller hears until when', async () => {
    now = new Date('2026-03-05T13:15:00Z');
    const refused = await investigate(await verifiedCall());
    expect(refused.json()).toMatchObject({
      status: 422,
      reason: 'too_early',
      offers: ['wait'],
      say: "According to UPS, your order was delivered on Wednesday, March 4. Carriers sometimes mark parcels early, so please wait until Friday, March 6 at 12:15 PM. If it still isn't there by then, call us again, and we'll look for it.",
    });
    expect(await messages()).toEqual([]);
  });

  test('48 hours ago is looked for once: later, from another call and at the same moment it is the same search', async () => {
    now = new Date('2026-03-06T17:15:00Z');
    const [call, another] = await Promise.all([verifiedCall(), verifiedCall()]);
    const opened = await Promise.all([call, another, call, another].map(investigated));
    now = new Date('2026-03-06T18:15:00Z');
    const again = await investigated(another);
    expect(new Set([...opened, again].map(({ investigation_id }) => investigation_id)).size).toBe(1);
    expect(again.say).toBe("We've been looking for your order since Friday, March 6. We'll email you what we find.");
    const sent = (await messages()).map(({ kind, recipient }) => `${kind} to ${recipient}`);
    expect(sent.toSorted()).toEqual([`investigation_opened to ${maya}`, 'staff_investigation to desk@store.example']);
  });

  test('is told in words that promise nothing else', async () => {
    now = new Date('2026-03-06T17:15:00Z');
    const opened = await investigated(await verifiedCall());
    expect(opened).toMatchObject({
      status: 'open',
      tracking_number: '1Z999AA10123410020',
      say: "I'm sorry that your order isn't with you. I've started an investigation with UPS. We'll email you what we find.",
    });
  });
});

test('a parcel without a scan for five business days is looked for, one on schedule is not', async () => {
  const stuck = await verifiedCall('ORD-10013', 'daniel.okafor@example.com');
  expect((await investigate(stuck, {}, 'ORD-10013')).statusCode).toBe(201);
  const moving = await verifiedCall('ORD-12345', 'customer@email.com');
  expect((await investigate(moving, {}, 'ORD-12345')).json()).toMatchObject({
    reason: 'too_early',
    say: expect.stringContaining('right on schedule') as string,
  });
  const late = await verifiedCall('ORD-10012', 'grace_kim@example.com');
  expect((await investigate(late, {}, 'ORD-10012')).json()).toMatchObject({
    reason: 'too_early',
    say: expect.stringMatching(/^I'm sorry about the delay\. Your order was due by Tuesday, March 3/) as string,
  });
});

test('a parcel is named by its number, and one that is on its way back is offered to be sent again', async () => {
  const call = await verifiedCall('ORD-10015');
  const refused = await investigate(call, { tracking_number: '9400 1118 9922 3100 0010 36' }, 'ORD-10015');
  expect(refused.json()).toMatchObject({ reason: 'nothing_to_change', offers: ['reship'] });
  expect((await investigate(call, { tracking_number: '1Z' }, 'ORD-10015')).json()).toMatchObject({
    reason: 'nothing_to_change',
    say: "I don't see a parcel with that tracking number on this order.",
  });
});

test('about an order that this call has not proved there is no investigation', async () => {
  now = new Date('2026-03-06T17:15:00Z');
  const stranger = await verifiedCall('ORD-12345', 'customer@email.com');
  expect((await investigate(stranger)).statusCode).toBe(404);
  expect((await server.app.inject({ method: 'POST', url: pathOf(delivered), payload: {} })).statusCode).toBe(401);
});

describe('what was found out', () => {
  const open = async () => {
    now = new Date('2026-03-06T17:15:00Z');
    const call = await verifiedCall();
    const { investigation_id } = await investigated(call);
    staff = await signInTestStaff(server);
    await database.database.deleteFrom('messages').execute();
    return { call, id: investigation_id };
  };
  const stockOf = async (sku: string) =>
    (await database.database.selectFrom('variants').select('stock').where('sku', '=', sku).executeTakeFirstOrThrow())
      .stock;

  test('lost and refunded: the price goes back, and its units can be claimed no more', async () => {
    const { call, id } = await open();
    const resolved = await resolve(id, 'refund');
    expect(resolved.statusCode).toBe(200);
    const { unit_price_cents } = await lineRow();
    expect(resolved.json<InvestigationView>()).toMatchObject({
      status: 'refunded',
      resolved: { staff: staff.name, reason: 'The carrier lost it', refund: { amount_cents: unit_price_cents } },
    });
    expect(await lineRow()).toMatchObject({ refunded_quantity: 1, claimed_quantity: 1 });
    expect(await orderRow()).toMatchObject({ status: 'refunded' });
    expect((await messages()).map(({ kind }) => kind)).toEqual(['investigation_resolved']);
    const claim = { kind: 'claim', lines: [{ line: 1, quantity: 1 }], problem: 'missing', wish: 'refund' };
    expect((await propose(call, delivered, claim)).json()).toMatchObject({ status: 422, reason: 'already_claimed' });
    expect((await investigate(call)).json()).toMatchObject({ status: 422, reason: 'already_claimed' });
  });

  test('lost and sent again: out of the stock, and once', async () => {
    const { id } = await open();
    const { sku } = await lineRow();
    const before = await stockOf(sku);
    const resolved = await Promise.all([resolve(id, 'reship'), resolve(id, 'reship'), resolve(id, 'refund')]);
    expect(resolved.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
    expect(await lineRow()).toMatchObject({ claimed_quantity: 1 });
    const replaced = await database.database.selectFrom('replacements').selectAll().execute();
    const isReshipped = resolved[2].statusCode === 409;
    expect(replaced).toHaveLength(isReshipped ? 1 : 0);
    expect(await stockOf(sku)).toBe(isReshipped ? before - 1 : before);
    expect(await messages()).toHaveLength(1);
  });

  test('sent again of what is out of stock is refused with nothing changed, and refunded instead', async () => {
    const { id } = await open();
    await database.database.updateTable('variants').set({ stock: 0, reserved: 0 }).execute();
    expect((await resolve(id, 'reship')).json()).toMatchObject({
      status: 422,
      code: 'refused',
      reason: 'out_of_stock',
    });
    expect(await lineRow()).toMatchObject({ claimed_quantity: 0 });
    expect((await resolve(id, 'refund')).statusCode).toBe(200);
  });

  test('found, long after the caller has hung up: the customer hears where, and nothing else happens', async () => {
    const { call, id } = await open();
    await call.post(`/api/calls/${call.id}/end`, { reason: 'customer_left' });
    await resolve(id, 'found', { words: 'It is with your neighbor at number 12.' });
    const [message] = await messages();
    expect(message?.text).toContain('It is with your neighbor at number 12.');
    expect(await orderRow()).toMatchObject({ status: 'delivered', version: 1 });
  });

  test('stands in the list, by state, and is for staff to say', async () => {
    const { id } = await open();
    const list = async (state: string) =>
      (await staff.get(`/api/desk/investigations?state=${state}`)).json<InvestigationList>().investigations;
    expect(await list('open')).toMatchObject([
      { investigation_id: id, why: 'delivered_not_there', lines: [{ line: 1, quantity: 1 }] },
    ]);
    const qa = await signInTestStaff(server, 'qa');
    const body = { resolution: 'found', reason: 'x' };
    expect((await qa.post(`/api/desk/investigations/${id}/resolve`, body)).statusCode).toBe(403);
    await resolve(id, 'found');
    expect(await list('open')).toEqual([]);
    expect(await list('found')).toHaveLength(1);
  });
});

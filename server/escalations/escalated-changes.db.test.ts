import type { EscalationView } from '@orderline/contract/desk-escalation.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { change, propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { callAbout, escalate, escalated, freshOrders } from '../../test/support/late-return.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';

const now = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
  staff = await signInTestStaff(server);
});
beforeEach(() => freshOrders(database, now));
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const approve = (id: string) =>
  staff.post(`/api/desk/escalations/${id}/decide`, { decision: 'approve', reason: 'A good customer' });

/** Delivered three days ago: one rain jacket. */
const number = 'ORD-10021';
const lines = [{ line: 1, quantity: 1 }];
const claim = (wish: string) => ({ kind: 'claim', lines, problem: 'damaged', wish });
const setStock = (stock: number) => database.database.updateTable('variants').set({ stock, reserved: 0 }).execute();

test('a second claim on a unit is settled once a person allows it', async () => {
  const call = await callAbout(server, number);
  expect((await change(call, number, claim('replacement'))).statusCode).toBe(200);
  const again = claim('refund');
  expect((await propose(call, number, again)).json()).toMatchObject({
    reason: 'already_claimed',
    offers: ['escalation'],
  });
  const request = { matter: 'second_claim', request: 'The new one is torn too', change: again };
  const { escalation_id } = await escalated(call, request, number);
  expect((await approve(escalation_id)).json<EscalationView>()).toMatchObject({
    decided: { outcome: { outcome: 'done' } },
  });
  const claims = await database.database.selectFrom('claims').select(['claim_id', 'wish']).execute();
  expect(claims).toContainEqual({ claim_id: escalation_id, wish: 'refund' });
});

test('waiting for restock is a ticket, carried out once there is stock again', async () => {
  const call = await callAbout(server, number);
  await setStock(0);
  const wanted = claim('replacement');
  expect((await propose(call, number, wanted)).json()).toMatchObject({ reason: 'out_of_stock' });
  const request = { matter: 'out_of_stock', request: 'I will wait for it', change: wanted };
  const { escalation_id } = await escalated(call, request, number);
  expect((await approve(escalation_id)).json()).toMatchObject({ code: 'order_moved', reason: 'out_of_stock' });
  await setStock(3);
  expect((await approve(escalation_id)).statusCode).toBe(200);
  expect(await database.database.selectFrom('replacements').selectAll().execute()).toMatchObject([
    { order_number: number, change_id: escalation_id },
  ]);
});

test('of two approvals that want the last unit one gets it, and the other is not decided', async () => {
  const call = await callAbout(server, number);
  await setStock(0);
  const wanted = claim('replacement');
  const request = { matter: 'out_of_stock', request: 'I will wait', change: wanted };
  const one = await escalated(call, request, number);
  const another = await callAbout(server, '#W2000010', 'customer@email.com');
  const other = await escalated(another, request, '%23W2000010');
  const { database: db } = database;
  const sku = await db
    .selectFrom('order_lines')
    .select('sku')
    .where('order_number', '=', number)
    .executeTakeFirstOrThrow();
  await db.updateTable('order_lines').set(sku).where('order_number', '=', '#W2000010').execute();
  await setStock(1);
  const decided = await Promise.all([one, other].map(({ escalation_id }) => approve(escalation_id)));
  expect(decided.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  const left = await db.selectFrom('variants').select('stock').where('sku', '=', sku.sku).executeTakeFirstOrThrow();
  expect(left.stock).toBe(0);
  const states = await db.selectFrom('escalations').select('state').execute();
  expect(states.map(({ state }) => state).toSorted()).toEqual(['approved', 'pending']);
});

test('an exchange for what costs more is made once a person allows it, with nothing to pay', async () => {
  const { database: db } = database;
  const call = await callAbout(server, number);
  const { sku } = await db
    .selectFrom('order_lines')
    .select('sku')
    .where('order_number', '=', number)
    .executeTakeFirstOrThrow();
  const own = await db.selectFrom('variants').selectAll().where('sku', '=', sku).executeTakeFirstOrThrow();
  const dearer = {
    ...own,
    sku: 'DEARER',
    options: { ...own.options, size: 'XXL' },
    price_cents: own.price_cents + 1000,
  };
  await db
    .insertInto('variants')
    .values({ ...dearer, stock: 1, reserved: 0 })
    .execute();
  const exchange = {
    kind: 'exchange',
    lines: [{ line: 1, quantity: 1, variant: { size: 'XXL' } }],
    condition: 'as_new',
    reason: 'size',
  };
  expect((await propose(call, number, exchange)).json()).toMatchObject({ reason: 'dearer' });
  const request = { matter: 'dearer_exchange', request: 'May I have the larger one?', change: exchange };
  const { escalation_id } = await escalated(call, request, number);
  expect((await approve(escalation_id)).json<EscalationView>()).toMatchObject({
    decided: { outcome: { outcome: 'done', rma: expect.stringMatching(/^RMA-/) as string } },
  });
  expect(await db.selectFrom('stock_reservations').selectAll().execute()).toMatchObject([
    { sku: 'DEARER', quantity: 1 },
  ]);
});

test('a matter that sets another rule aside does not help', async () => {
  const call = await callAbout(server, number);
  await change(call, number, claim('refund'));
  const request = { matter: 'dearer_exchange', request: 'Again, please', change: claim('refund') };
  expect((await escalate(call, number, request)).json()).toMatchObject({ status: 422, reason: 'already_claimed' });
});

import type { AcceptResponse, ProposalResponse } from '@orderline/contract/proposal.ts';
import type { EscalationResponse } from '@orderline/contract/escalation.ts';
import type { OrderView } from '@orderline/contract/order.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, confirm, propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
beforeEach(async () => {
  const tables = ['reshipped_parcels', 'escalations', 'customer_notices', 'messages', 'orders', 'variants'] as const;
  for (const table of tables) await database.database.deleteFrom(table).execute();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** Maya's shirt, on its way back from Seattle. */
const cameBack = 'ORD-10015';

async function verifiedCall(order_number = cameBack, email = 'maya.torres@example.com'): Promise<OrderCall> {
  const call = await orderCall(server);
  expect((await call.lookUp({ order_number, verification: { email } })).statusCode).toBe(200);
  return call;
}

const newHome = { street: '9 Elm St', city: 'Tacoma', state: 'wa', zip: '98402', country: 'US' };
const rows = (table: 'replacements' | 'reshipped_parcels' | 'variants') =>
  database.database.selectFrom(table).selectAll().execute();
const orderRow = () =>
  database.database.selectFrom('orders').selectAll().where('order_number', '=', cameBack).executeTakeFirstOrThrow();

describe('what came back', () => {
  test("is sent again to the order's address once the caller has confirmed it, and out of no stock", async () => {
    const call = await verifiedCall();
    const stock = await rows('variants');
    const proposed = (await propose(call, cameBack, { kind: 'reship' })).json<ProposalResponse>();
    expect(proposed.say).toMatch(
      /^Just to confirm, you'd like us to send 1 x Oxford Shirt - .* again, to Seattle, 98101\?/,
    );
    expect(await rows('replacements')).toEqual([]);

    const done = await confirm(call, proposed);
    expect(done.json<AcceptResponse>().say).toMatch(/^Done\. We're sending 1 x Oxford Shirt/);
    expect(await rows('replacements')).toMatchObject([{ order_number: cameBack, quantity: 1, shipping: 'standard' }]);
    expect(await rows('variants')).toEqual(stock);
    expect(await orderRow()).toMatchObject({ status: 'processing', street: '418 Pike St' });
    const told = (await call.get(`/api/orders/${cameBack}`)).json<OrderView>();
    expect(told.say).toMatch(/^Your order is currently being prepared/);
    expect(told).not.toHaveProperty('estimated_delivery');
    const [message, ...others] = await database.database.selectFrom('messages').selectAll().execute();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ kind: 'reshipped', recipient: 'maya.torres@example.com' });
  });

  test('goes to a new address, which the order has from then on', async () => {
    const call = await verifiedCall();
    const done = await change(call, cameBack, { kind: 'reship', address: newHome });
    expect(done.statusCode).toBe(200);
    expect(await orderRow()).toMatchObject({ street: '9 Elm St', city: 'Tacoma', state: 'WA', street2: null });
    expect((await call.get(`/api/orders/${cameBack}/shipping-address`)).json()).toMatchObject({
      address: '9 Elm St, Tacoma, WA 98402',
    });
  });

  test('is sent once, however often it is asked for', async () => {
    const call = await verifiedCall();
    await change(call, cameBack, { kind: 'reship' });
    const again = await propose(await verifiedCall(), cameBack, { kind: 'reship' });
    expect(again.json()).toMatchObject({
      status: 422,
      reason: 'nothing_to_change',
      say: "We're already sending that parcel again.",
    });
    expect(await rows('replacements')).toHaveLength(1);
  });

  test('is sent once by two callers who confirm at the same moment', async () => {
    const calls = await Promise.all([verifiedCall(), verifiedCall()]);
    const proposals = await Promise.all(calls.map((call) => propose(call, cameBack, { kind: 'reship' })));
    const accepted = await Promise.all(
      calls.map((call, index) => confirm(call, proposals[index]?.json<ProposalResponse>() ?? never())),
    );
    expect(accepted.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(await rows('replacements')).toHaveLength(1);
  });

  test.each([
    [{ ...newHome, zip: '10001' }, 'zip_not_in_state'],
    [{ ...newHome, state: undefined }, 'incomplete_address'],
  ])('goes to no address that cannot be delivered to (%#)', async (address, reason) => {
    const refused = await propose(await verifiedCall(), cameBack, { kind: 'reship', address });
    expect(refused.json()).toMatchObject({ status: 422, reason });
  });

  test('goes abroad once a person has approved it', async () => {
    const call = await verifiedCall();
    const abroad = { street: '88 Queen St W', city: 'Toronto', state: 'ON', zip: 'M5H 2N2', country: 'CA' };
    const reship = { kind: 'reship', address: abroad };
    expect((await propose(call, cameBack, reship)).json()).toMatchObject({ reason: 'abroad', offers: ['escalation'] });
    const request = { matter: 'address_abroad', request: 'I have moved to Toronto', change: reship };
    const asked = (await call.post(`/api/orders/${cameBack}/escalations`, request)).json<EscalationResponse>();
    const staff = await signInTestStaff(server);
    const decide = `/api/desk/escalations/${asked.escalation_id}/decide`;
    expect((await staff.post(decide, { decision: 'approve', reason: 'We ship there' })).statusCode).toBe(200);
    expect(await orderRow()).toMatchObject({ city: 'Toronto', country: 'CA', status: 'processing' });
  });

  test('is nothing, of an order on its way', async () => {
    const call = await verifiedCall('ORD-12345', 'customer@email.com');
    expect((await propose(call, 'ORD-12345', { kind: 'reship' })).json()).toMatchObject({
      status: 422,
      reason: 'nothing_to_change',
    });
  });
});

const never = (): never => {
  throw new Error('There is a proposal for each call');
};

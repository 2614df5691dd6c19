import type { DeskReturn, ReturnsResponse } from '@orderline/contract/returns.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { oneTee, openReturn, verifiedCall } from '../../test/support/return-call.ts';
import { startStoreServer, type StoreServer } from '../../test/support/store-server.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { WebhookReceiver } from '../../test/support/webhook-receiver.ts';

const number = 'ORD-12345';
const now = new Date('2026-03-12T17:00:00Z');
let store: StoreServer;
let crm: WebhookReceiver;
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  store = await startStoreServer();
  crm = await WebhookReceiver.start();
  database = await freshDatabase();
  server = await testServer(database, {
    clock: () => now,
    config: { storeApi: { url: store.url, key: 'key' }, crmWebhook: crm.endpoint() },
  });
  await server.app.ready();
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
  await Promise.all([store.stop(), crm.stop()]);
});
beforeEach(async () => {
  await database.database.deleteFrom('returns').execute();
  store.changes.length = 0;
  store.moods = {};
  store.orders.set(number, {
    order_number: number,
    revision: '1',
    status: 'delivered',
    items: [
      {
        name: 'Classic Tee - Navy, Size M',
        qty: 2,
        price: 29.99,
        sku: 'TEE-NVY-M',
        kind: 'apparel',
        final_sale: false,
        personalised: false,
      },
    ],
    subtotal: 59.98,
    shipping: 'free',
    total: 59.98,
    shipping_address: '123 Main St, Austin, TX 78701',
    order_date: '2026-03-01',
    // A day without a time.
    delivered_at: '2026-03-05',
    payment_method: 'Visa ending in 4242',
    email: 'customer@email.com',
  });
});

describe('a return of an order that the store keeps itself', () => {
  test('is counted here, told to the store and the CRM, and refunded by the store when it came', async () => {
    const call = await verifiedCall(server, number);
    const rma = await openReturn(call, oneTee, number);
    expect(store.changes).toMatchObject([
      { kind: 'return', rma, reason: 'size', effects: [{ effect: 'request_return', line: 1, quantity: 1 }] },
    ]);
    await openReturn(call, oneTee, number);
    const third = await propose(call, number, oneTee);
    expect(third.json()).toMatchObject({ status: 422, reason: 'already_open', rma });

    const staff = await signInTestStaff(server);
    const received = await staff.post(`/api/desk/returns/${rma}/receive`, {
      lines: [{ line: 1, quantity: 1, condition: 'good' }],
    });
    expect(received.json<DeskReturn>()).toMatchObject({ state: 'received', refunds: [{ amount_cents: 2999 }] });
    await vi.waitFor(() => expect(store.changes).toHaveLength(3), patience);
    expect(store.changes.at(-1)).toMatchObject({
      kind: 'return_received',
      rma,
      effects: [
        { effect: 'receive_return', line: 1, quantity: 1, restock: true },
        { effect: 'refund', amount_cents: 2999, lines: [{ line: 1, quantity: 1 }] },
      ],
    });
    const { returns } = (await call.get(`/api/orders/${number}/returns`)).json<ReturnsResponse>();
    expect(returns).toMatchObject([{ state: 'received' }, { state: 'requested', awaited_refund_cents: 2999 }]);

    const told = await crm.waitFor(4);
    const types = told.map(({ body }) => JSON.parse(body) as { type: string; data: object });
    expect(types.filter(({ type }) => type === 'return.requested')[0]?.data).toMatchObject({ rma, reason: 'size' });
    expect(types.map(({ type }) => type).toSorted()).toEqual([
      'return.received',
      'return.refunded',
      'return.requested',
      'return.requested',
    ]);
  });

  test('waits, with a sentence, while the store does not answer', async () => {
    const rma = await openReturn(await verifiedCall(server, number), oneTee, number);
    const staff = await signInTestStaff(server);
    store.moods = { lookup: { is: 'failing', status: 500 } };
    const received = await staff.post(`/api/desk/returns/${rma}/receive`, {
      lines: [{ line: 1, quantity: 1, condition: 'good' }],
    });
    expect(received.json()).toMatchObject({ status: 503, code: 'unavailable' });
  });

  test('is left to a person where the store does not tell when it came', async () => {
    const order = store.orders.get(number);
    if (order !== undefined) delete order.delivered_at;
    const refused = await propose(await verifiedCall(server, number), number, oneTee);
    expect(refused.json()).toMatchObject({ status: 422, reason: 'facts_unknown', offers: ['escalation'] });
  });
});

import type { EscalationDetail, EscalationView } from '@orderline/contract/desk-escalation.ts';
import type { EscalationResponse } from '@orderline/contract/escalation.ts';
import type { InvestigationResponse, InvestigationView } from '@orderline/contract/investigation.ts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { patience } from '../../test/support/patience.ts';
import { startStoreServer, type StoreServer } from '../../test/support/store-server.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { hastenJob } from '../../test/support/waiting-jobs.ts';

const now = new Date('2026-03-05T17:00:00Z');
let store: StoreServer;
let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  store = await startStoreServer();
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now, config: { storeApi: { url: store.url, key: 'key' } } });
  staff = await signInTestStaff(server);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
  await store.stop();
});
beforeEach(async () => {
  store.moods = {};
  store.changes.length = 0;
  await database.database.deleteFrom('escalations').execute();
  store.orders.set('ORD-12345', {
    order_number: 'ORD-12345',
    revision: '1',
    status: 'processing',
    items: [{ name: 'Classic Tee - Navy, Size M', qty: 2, price: 29.99, sku: 'TEE-NVY-M', kind: 'apparel' }],
    subtotal: 59.98,
    shipping: 5,
    total: 64.98,
    shipping_address: '123 Main St, Austin, TX 78701',
    order_date: '2026-03-01',
    payment_method: 'Visa ending in 4242',
    email: 'customer@email.com',
  });
});

const tell = (facts: object) => {
  const order = store.orders.get('ORD-12345');
  if (order !== undefined) Object.assign(order, facts);
};

async function verifiedCall(): Promise<OrderCall> {
  const call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-12345', verification: { email: 'customer@email.com' } });
  return call;
}

const toronto = { street: '88 Queen St W', city: 'Toronto', state: 'ON', zip: 'M5H 2N2', country: 'CA' };

async function askedToShipAbroad(): Promise<string> {
  const change = { kind: 'address_change', address: toronto };
  const request = { matter: 'address_abroad', request: 'I have moved', change };
  const asked = await (await verifiedCall()).post('/api/orders/ORD-12345/escalations', request);
  return asked.json<EscalationResponse>().escalation_id;
}

const approve = (id: string) =>
  staff.post(`/api/desk/escalations/${id}/decide`, { decision: 'approve', reason: 'We ship there' });
const detail = async (id: string) => (await staff.get(`/api/desk/escalations/${id}`)).json<EscalationDetail>();

/** What the queue would do a few seconds later. */
const finished = (check: () => Promise<void>) =>
  vi.waitFor(async () => {
    await hastenJob(database, 'finish-change');
    await check();
  }, patience);

test('an approved change is sent to the store, and staff see how it ended', async () => {
  const id = await askedToShipAbroad();
  expect((await approve(id)).json<EscalationView>().decided).toMatchObject({ outcome: { outcome: 'pending' } });
  await finished(async () =>
    expect((await detail(id)).decided).toMatchObject({
      outcome: { outcome: 'done', say: expect.stringContaining('Toronto, M5H 2N2') as string },
    }),
  );
  expect(store.changes).toMatchObject([{ change_id: id, kind: 'address_change', effects: [{ address: toronto }] }]);
});

test('one that the store no longer carries out has failed, and the customer hears of it', async () => {
  const id = await askedToShipAbroad();
  await approve(id);
  tell({ revision: '2', status: 'shipped' });
  await finished(async () => expect((await detail(id)).decided).toMatchObject({ outcome: { outcome: 'failed' } }));
  await vi.waitFor(async () => {
    const told = await database.database.selectFrom('customer_notices').select('key').execute();
    expect(told.map(({ key }) => key)).toContain(`${id} change_failed`);
  }, patience);
  expect(store.changes).toEqual([]);
});

test('while the store is away nothing is decided, and what approving would do is not known', async () => {
  const id = await askedToShipAbroad();
  store.moods = { lookup: { is: 'failing', status: 500 } };
  expect((await approve(id)).json()).toMatchObject({ status: 503, code: 'unavailable' });
  expect(await detail(id)).toMatchObject({ status: 'pending', now: { verdict: 'unknown' } });
});

test('a lost parcel of such an order is refunded by a change of the store', async () => {
  tell({ status: 'delivered', delivered_at: '2026-03-02', carrier: 'UPS', tracking_number: '1Z999AA10123456784' });
  const call = await verifiedCall();
  const opened = await call.post('/api/orders/ORD-12345/investigations', {});
  const { investigation_id } = opened.json<InvestigationResponse>();
  const resolve = `/api/desk/investigations/${investigation_id}/resolve`;
  const resolved = await staff.post(resolve, { resolution: 'refund', reason: 'Lost' });
  expect(resolved.json<InvestigationView>()).toMatchObject({
    status: 'refunded',
    resolved: { refund: { amount_cents: 6498 } },
  });
  await vi.waitFor(
    () =>
      expect(store.changes).toMatchObject([
        {
          change_id: investigation_id,
          kind: 'investigation',
          effects: [
            { effect: 'claim_units', line: 1, quantity: 2 },
            { effect: 'refund', amount_cents: 6498, shipping_cents: 500 },
          ],
        },
      ]),
    patience,
  );
  expect((await call.post('/api/orders/ORD-12345/investigations', {})).json()).toMatchObject({
    status: 422,
    reason: 'already_claimed',
  });
});

import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { change, confirm, propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import type { OrderCall } from '../../test/support/order-call.ts';
import { verifiedCall } from '../../test/support/return-call.ts';
import { startStoreServer, type StoreServer } from '../../test/support/store-server.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';

const now = new Date('2026-03-05T17:00:00Z');
const order = 'ORD-12345';
let store: StoreServer;
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  store = await startStoreServer();
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now, config: { storeApi: { url: store.url, key: 'key' } } });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
  await store.stop();
});
beforeEach(async () => {
  for (const table of ['returns', 'claims'] as const) await database.database.deleteFrom(table).execute();
  store.changes.length = 0;
  const tee = (size: string, available: number) => ({
    sku: `TEE-NVY-${size}`,
    name: `Classic Tee - Navy, Size ${size}`,
    options: { colour: 'Navy', size },
    price: 29.99,
    available,
  });
  store.variants.splice(0, Infinity, tee('M', 3), tee('L', 1));
  // A store that tells no revision: it cannot notice that its order has changed meanwhile.
  store.orders.set(order, {
    order_number: order,
    status: 'delivered',
    delivered_at: '2026-03-02',
    items: [
      {
        name: 'Classic Tee - Navy, Size M',
        qty: 2,
        price: 29.99,
        sku: 'TEE-NVY-M',
        kind: 'apparel',
        final_sale: false,
        personalised: false,
        variant: { colour: 'Navy', size: 'M' },
      },
    ],
    subtotal: 59.98,
    shipping: 'free',
    total: 59.98,
    shipping_address: '123 Main St, Austin, TX 78701',
    order_date: '2026-02-25',
    payment_method: 'Visa ending in 4242',
    email: 'customer@email.com',
  });
});

const toL = {
  kind: 'exchange',
  lines: [{ line: 1, quantity: 1, variant: { size: 'L' } }],
  condition: 'as_new',
  reason: 'size',
};
const damaged = (wish: string, quantity = 1) => ({
  kind: 'claim',
  lines: [{ line: 1, quantity }],
  problem: 'damaged',
  wish,
});

/** Each in a call of its own, proposed before any of them is confirmed. */
async function askAtOnce(request: object, count: number) {
  const asked: { call: OrderCall; proposed: ProposalResponse }[] = [];
  for (let each = 0; each < count; each += 1) {
    const call = await verifiedCall(server, order);
    asked.push({ call, proposed: (await propose(call, order, request)).json<ProposalResponse>() });
  }
  return Promise.all(asked.map(({ call, proposed }) => confirm(call, proposed)));
}

test('an exchange is asked of the store, which sets the new item aside', async () => {
  const done = await change(await verifiedCall(server, order), order, toL);
  expect(done.json()).toMatchObject({ outcome: 'done', say: expect.stringContaining('RMA-') as string });
  expect(store.changes).toMatchObject([
    {
      kind: 'exchange',
      rma: expect.stringMatching(/^RMA-/) as string,
      effects: [
        { effect: 'request_return', line: 1, quantity: 1 },
        { effect: 'reserve_stock', sku: 'TEE-NVY-L', quantity: 1 },
      ],
    },
  ]);
});

test('the last one that the store has goes to one of two callers', async () => {
  const answers = await askAtOnce(toL, 2);
  const [done, refused] = answers.sort((one, other) => one.statusCode - other.statusCode);
  expect(done?.statusCode).toBe(200);
  expect(refused?.statusCode).toBeGreaterThanOrEqual(409);
  expect(store.changes).toHaveLength(1);
  expect(await database.database.selectFrom('returns').selectAll().execute()).toHaveLength(1);
});

test('a claim is settled once, though the store knows of no claims and of no revision', async () => {
  const answers = await askAtOnce(damaged('refund', 2), 3);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  expect(store.changes).toHaveLength(1);
  const again = await propose(await verifiedCall(server, order), order, damaged('replacement'));
  expect(again.json()).toMatchObject({ reason: 'already_claimed', offers: ['escalation'] });
});

test('of stock that the store does not tell, a refund is offered and nothing is promised', async () => {
  store.variants.length = 0;
  const call = await verifiedCall(server, order);
  expect((await propose(call, order, damaged('replacement'))).json()).toMatchObject({
    reason: 'facts_unknown',
    offers: ['refund', 'escalation'],
  });
  expect((await propose(call, order, toL)).json()).toMatchObject({
    reason: 'facts_unknown',
    offers: ['return', 'escalation'],
  });
});

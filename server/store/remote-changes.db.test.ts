import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { change, confirm, propose, readBackAndAnswer } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { hastenJob } from '../../test/support/waiting-jobs.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { startStoreServer, type StoreServer } from '../../test/support/store-server.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';

const now = new Date('2026-03-05T17:00:00Z');
let store: StoreServer;
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  store = await startStoreServer();
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now, config: { storeApi: { url: store.url, key: 'key' } } });
  await server.app.ready();
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
  await store.stop();
});
beforeEach(async () => {
  for (const table of ['pending_changes', 'cancelled_units'] as const) {
    await database.database.deleteFrom(table).execute();
  }
  store.moods = {};
  store.offers = 'all';
  store.changes.length = 0;
  store.asked.length = 0;
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

async function verifiedCall(): Promise<OrderCall> {
  const call = await orderCall(server);
  const looked = await call.lookUp({ order_number: 'ORD-12345', verification: { email: 'customer@email.com' } });
  expect(looked.statusCode).toBe(200);
  return call;
}

const outcomeOf = (id: string) =>
  database.database.selectFrom('proposals').select(['state', 'outcome']).where('id', '=', id).executeTakeFirstOrThrow();

describe('a change of an order that the store keeps itself', () => {
  test('is sent to the store once, whole, under the id of the proposal', async () => {
    const call = await verifiedCall();
    const proposed = (await propose(call, 'ORD-12345', { kind: 'cancellation' })).json<ProposalResponse>();
    expect(store.changes).toEqual([]);
    expect((await confirm(call, proposed)).json()).toMatchObject({
      outcome: 'done',
      say: expect.stringMatching(
        /^Order ORD-12345 is cancelled\. \$64\.98 goes back to your Visa ending in 4242/,
      ) as string,
    });
    expect(store.changes).toMatchObject([
      {
        change_id: proposed.proposal_id,
        revision: '1',
        kind: 'cancellation',
        effects: [
          { effect: 'cancel_units', line: 1, quantity: 2 },
          { effect: 'refund', amount_cents: 6498, shipping_cents: 500 },
        ],
      },
    ]);
    expect(store.asked).toEqual([proposed.proposal_id]);
  });

  test.each([
    ['is down for a moment', { is: 'failing', status: 502 } as const],
    ['loses its answer', { is: 'forgetting' } as const],
    ['cuts its answer', { is: 'truncating' } as const],
  ])('is done once though the store %s: finished later, under the same id', async (_how, mood) => {
    const call = await verifiedCall();
    const proposed = (await propose(call, 'ORD-12345', { kind: 'cancellation' })).json<ProposalResponse>();
    store.moods = { changes: mood };
    expect((await confirm(call, proposed)).json()).toMatchObject({
      outcome: 'pending',
      say: expect.stringContaining("I'll send you a message as soon as it's done") as string,
    });
    store.moods = {};
    // The jobs of changes that were answered at once wait in the same queue.
    await vi.waitFor(async () => {
      await hastenJob(database, 'finish-change');
      expect(await outcomeOf(proposed.proposal_id)).toMatchObject({ state: 'done' });
    }, patience);
    expect(store.changes).toHaveLength(1);
    expect(new Set(store.asked)).toEqual(new Set([proposed.proposal_id]));
    expect(await database.database.selectFrom('pending_changes').selectAll().execute()).toEqual([]);
  });

  test('that is still on its way is asked for again with the same answer at the end', async () => {
    const call = await verifiedCall();
    const proposed = (await propose(call, 'ORD-12345', { kind: 'cancellation' })).json<ProposalResponse>();
    store.moods = { changes: { is: 'forgetting' } };
    const turn_id = await readBackAndAnswer(call, proposed);
    const accept = () => call.post(`/api/proposals/${proposed.proposal_id}/accept`, { turn_id, by: 'voice' });
    expect((await accept()).json()).toMatchObject({ outcome: 'pending' });
    store.moods = {};
    // The store tells the order as cancelled by now; what was accepted is not judged by that.
    expect((await accept()).json()).toMatchObject({ outcome: 'done' });
    expect(store.changes).toHaveLength(1);
  });

  test('is not done when the order has moved at the store meanwhile', async () => {
    const call = await verifiedCall();
    const proposed = (await propose(call, 'ORD-12345', { kind: 'cancellation' })).json<ProposalResponse>();
    const order = store.orders.get('ORD-12345');
    if (order !== undefined) Object.assign(order, { status: 'shipped', revision: '2' });
    expect((await confirm(call, proposed)).json()).toMatchObject({
      status: 409,
      code: 'order_moved',
      reason: 'already_shipped',
    });
    expect(store.changes).toEqual([]);
  });

  test('is not proposed while the store does not answer', async () => {
    const call = await verifiedCall();
    store.moods = { lookup: { is: 'down' } };
    const refused = await propose(call, 'ORD-12345', { kind: 'cancellation' });
    expect(refused.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect(refused.headers['retry-after']).toBeDefined();
  });
});

test('a store that answers nothing about what was sold lets nothing be returned by guess', async () => {
  const order = store.orders.get('ORD-12345');
  if (order !== undefined) Object.assign(order, { status: 'delivered' });
  const refused = await change(await verifiedCall(), 'ORD-12345', {
    kind: 'return',
    lines: [{ line: 1, quantity: 1 }],
    condition: 'as_new',
    reason: 'size',
  });
  expect(refused.json()).toMatchObject({ status: 422, reason: 'facts_unknown', offers: ['escalation'] });
});

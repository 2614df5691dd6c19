import type { KyselyPlugin, RootOperationNode } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { testContext } from '../../test/support/test-server.ts';
import type { AppContext } from '../app-context.ts';
import { insertCall } from '../calls/calls-table.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { connectStore } from '../store/connect-store.ts';
import { verifyOrder } from './verify-order.ts';

const now = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let context: AppContext;
let statements: string[] = [];
let calls = 0;

const recorder: KyselyPlugin = {
  transformQuery: ({ node }) => {
    statements.push(shapeOf(node));
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};
const shapeOf = (node: RootOperationNode) =>
  node.kind === 'RawNode' ? node.sqlFragments.join('?').replaceAll(/\s+/g, ' ') : node.kind;

beforeAll(async () => {
  database = await freshDatabase();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
  const profile = demoStoreProfile();
  const recorded = database.database.withPlugin(recorder);
  context = {
    ...testContext(database, new MemoryRooms()),
    clock: () => now,
    database: recorded,
    profile: () => profile,
    store: connectStore({ storeApi: undefined }, recorded),
  };
});
afterAll(() => database.drop());

/** The statements that a failing lookup in a new call of this caller runs. */
async function workOf(order_number: string, email: string, origin_key: string): Promise<string[]> {
  calls += 1;
  const id = `call_same_work_${String(calls).padStart(10, '0')}`;
  const call = { id, channel: 'web', customer_identity: 'visitor', origin_key, opened_at: now } as const;
  await insertCall(context.database, call);
  statements = [];
  await expect(verifyOrder(context, call, { order_number, verification: { email } })).rejects.toMatchObject({
    status: 404,
  });
  return [...statements];
}

test('a wrong e-mail, an unknown order and a lock, also of the right pair, run the same statements', async () => {
  const wrong = await workOf('ORD-12345', 'somebody@else.com', 'caller');
  expect(wrong.length).toBeGreaterThan(3);
  expect(await workOf('ORD-99999', 'somebody@else.com', 'caller')).toEqual(wrong);
  for (let guess = 0; guess < 10; guess += 1) await workOf('ORD-10001', `guess${guess}@else.com`, `other ${guess}`);
  expect(await workOf('ORD-10001', 'somebody@else.com', 'caller')).toEqual(wrong);
  expect(await workOf('ORD-10001', 'maya.torres@example.com', 'caller')).toEqual(wrong);
});

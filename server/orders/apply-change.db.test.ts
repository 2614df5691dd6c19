import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { applyChange } from './apply-change.ts';
import { findOrder } from './orders-table.ts';
import { seedDemoOrders } from './seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  await seedDemoOrders(fresh.database, { now, timeZone: 'America/New_York' });
});
afterAll(() => fresh.drop());

/** How many statements wait for a row that someone else holds. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(fresh.database);
  return rows[0]?.count ?? 0;
}

/** An order of one tee and one pair of joggers that waits to be sent, its lines in this order. */
async function placeOrder(order_number: string, skus: readonly string[]): Promise<void> {
  const like = await fresh.database
    .selectFrom('orders')
    .selectAll()
    .where('order_number', '=', 'ORD-10003')
    .executeTakeFirstOrThrow();
  const line = await fresh.database
    .selectFrom('order_lines')
    .selectAll()
    .where('order_number', '=', 'ORD-10003')
    .executeTakeFirstOrThrow();
  await fresh.database
    .insertInto('orders')
    .values({ ...like, order_number })
    .execute();
  await fresh.database
    .insertInto('order_lines')
    .values(skus.map((sku, index) => ({ ...line, order_number, sku, line: index + 1, quantity: 1 })))
    .execute();
}

const cancel = (order_number: string) => {
  const cancelled = (line: number) => ({ effect: 'cancel_units', line, quantity: 1 }) as const;
  const change: StoreChange = {
    change_id: randomUUID(),
    order_number,
    kind: 'cancellation',
    effects: [cancelled(1), cancelled(2)],
  };
  return fresh.database.transaction().execute((transaction) => applyChange(transaction, change, now));
};

test('changes that move the same stock never wait for each other, whatever the order of their lines', async () => {
  await placeOrder('ORD-90001', ['JOG-BLK-L', 'TEE-NVY-M']);
  await placeOrder('ORD-90002', ['TEE-NVY-M', 'JOG-BLK-L']);

  // Both are held up until each has taken what it takes first.
  const changes = await fresh.database.transaction().execute(async (transaction) => {
    await transaction.selectFrom('variants').selectAll().where('sku', '=', 'JOG-BLK-L').forUpdate().execute();
    const first = cancel('ORD-90001');
    await vi.waitUntil(async () => (await waiting()) === 1, patience);
    const second = cancel('ORD-90002');
    await vi.waitUntil(async () => (await waiting()) === 2, patience);
    return { first, second };
  });
  expect(await Promise.all([changes.first, changes.second])).toEqual(['done', 'done']);
});

describe('what came back', () => {
  const change = (effects: StoreChange['effects'], kind: StoreChange['kind']): StoreChange => ({
    change_id: randomUUID(),
    order_number: 'ORD-10020',
    kind,
    effects,
  });
  const units = { line: 1, quantity: 1 };
  const apply = (applied: StoreChange) =>
    fresh.database.transaction().execute((transaction) => applyChange(transaction, applied, now));
  const status = async () => (await findOrder(fresh.database, 'ORD-10020'))?.status;

  test('for another size is exchanged: the order stays delivered, and is not said to be returned', async () => {
    const sku = 'TEE-WHT-S';
    const requested = change(
      [
        { effect: 'request_return', ...units },
        { effect: 'reserve_stock', sku, quantity: 1 },
      ],
      'exchange',
    );
    const received = change(
      [
        { effect: 'receive_return', ...units, restock: true },
        { effect: 'send_units', ...units, sku, is_reserved: true, shipping: 'standard' },
      ],
      'return_received',
    );
    expect([await apply(requested), await apply(received)]).toEqual(['done', 'done']);
    expect(await status()).toBe('delivered');
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { findOrder, insertOrders } from './orders-table.ts';
import { seedDemoOrders } from './seed-demo-orders.ts';

const timeZone = 'America/New_York';
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const seedOn = (day: string) => seedDemoOrders(database.database, { now: new Date(`${day}T17:00:00Z`), timeZone });
const estimateOf = async (number: string) => (await findOrder(database.database, number))?.estimated_delivery;
const countOf = async (table: 'orders' | 'order_lines' | 'parcel_scans' | 'payments') => {
  const { count } = await database.database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

test('servers that start together seed once', async () => {
  await Promise.all([seedOn('2026-03-05'), seedOn('2026-03-05'), seedOn('2026-03-05')]);
  const counts = await Promise.all([countOf('orders'), countOf('order_lines'), countOf('payments')]);
  await seedOn('2026-03-05');
  expect(await Promise.all([countOf('orders'), countOf('order_lines'), countOf('payments')])).toEqual(counts);
  expect(counts[0]).toBeGreaterThanOrEqual(24);
});

test('on the next day untouched orders move, changed ones and the store’s own stay', async () => {
  const { database: kysely } = database;
  await kysely.updateTable('orders').set({ version: 2 }).where('order_number', '=', 'ORD-10002').execute();
  const example = await findOrder(kysely, 'ORD-12345');
  if (example === undefined) throw new Error('the catalogue has the example');
  const own = { ...example, order_number: 'ORD-55555', is_demo: false };
  await insertOrders(kysely, [own]);
  const before = await Promise.all(['ORD-10002', 'ORD-55555'].map(estimateOf));

  await seedOn('2026-03-06');
  expect(await estimateOf('ORD-12345')).toBe('2026-03-09');
  expect(await Promise.all(['ORD-10002', 'ORD-55555'].map(estimateOf))).toEqual(before);
});

test('a store’s own order keeps a number that the catalogue would use', async () => {
  const { database: kysely } = database;
  await kysely
    .updateTable('orders')
    .set({ is_demo: false, city: 'Real' })
    .where('order_number', '=', 'ORD-10001')
    .execute();
  await seedOn('2026-03-07');
  expect(await findOrder(kysely, 'ORD-10001')).toMatchObject({ city: 'Real', is_demo: false });
});

test('the stock of the demo shop is filled once, and what was sold stays sold', async () => {
  const { database: kysely } = database;
  const stock = () => kysely.selectFrom('variants').select(['sku', 'stock', 'reserved']).orderBy('sku').execute();
  await kysely.updateTable('variants').set({ stock: 1, reserved: 1 }).where('sku', '=', 'TEE-NVY-L').execute();
  const before = await stock();
  await seedOn('2026-03-08');
  expect(await stock()).toEqual(before);
  expect(before).toContainEqual({ sku: 'TEE-NVY-L', stock: 1, reserved: 1 });
});

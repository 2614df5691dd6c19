import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { loadOrder } from '../orders/load-order.ts';
import { findOrder, updateOrder } from '../orders/orders-table.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { importOrders, type ImportOptions } from './import-orders.ts';
import { ProblemReport } from './problem-report.ts';

const now = new Date('2026-03-05T17:00:00Z');
const profile = demoStoreProfile();
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

interface Imported {
  readonly summary: Awaited<ReturnType<typeof importOrders>>;
  readonly report: ProblemReport;
}

async function importText(text: string | Buffer, options: Partial<ImportOptions> = {}): Promise<Imported> {
  const path = join(await temporaryFolder(), 'orders');
  await writeFile(path, text);
  const report = new ProblemReport(`${path}.rejected.csv`);
  const summary = await importOrders(fresh.database, {
    path,
    encoding: undefined,
    profile,
    now,
    mode: 'valid',
    report,
    onProgress: () => undefined,
    onUnknownColumns: () => undefined,
    ...options,
  });
  await report.close();
  return { summary, report };
}

const order = (number: number, changes: object = {}) => ({
  order_number: `ORD-${number}`,
  status: 'shipped',
  ordered_at: '2026-03-01',
  email: 'customer@email.com',
  customer_name: 'Jane Doe',
  shipping_address: { street: '123 Main St', city: 'Austin', state: 'TX', zip: '78701' },
  items: [
    { sku: 'TEE', name: 'Tee', quantity: 2, price: 29.99, variant: { size: 'M' } },
    { name: 'Mug', quantity: 1, price: 8 },
  ],
  payment_method: 'Visa ending in 4242',
  carrier: 'UPS',
  tracking_number: '1Z999AA10123456784',
  shipped_at: '2026-03-02',
  ...changes,
});
const json = (...orders: unknown[]) => JSON.stringify(orders);
const numbersIn = async (from: number, to: number) => {
  const rows = await fresh.database
    .selectFrom('orders')
    .select('order_number')
    .where('order_number', '>=', `ORD-${from}`)
    .where('order_number', '<=', `ORD-${to}`)
    .orderBy('order_number')
    .execute();
  return rows.map(({ order_number }) => order_number);
};

test('an imported order is one like any other, and the same file again changes nothing', async () => {
  const file = json(order(20001), order(20002));
  expect((await importText(file)).summary).toEqual({ read: 2, added: 2, changed: 0, unchanged: 0, isWritten: true });
  const loaded = await loadOrder(fresh.database, 'ORD-20001');
  expect(loaded).toMatchObject({
    status: 'shipped',
    totalCents: 6798,
    revision: '1',
    lines: [
      { name: 'Tee', quantity: 2, variant: { size: 'M' }, counts: { shipped: 2 } },
      { name: 'Mug', counts: { shipped: 1 } },
    ],
    parcels: [{ carrier: 'UPS', lines: [{ quantity: 2 }, { quantity: 1 }] }],
    payments: [{ method: 'Visa ending in 4242', capturedCents: 6798 }],
  });
  expect((await importText(file)).summary).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await loadOrder(fresh.database, 'ORD-20001')).toEqual(loaded);
});

test('JSON, NDJSON and CSV of the same order are the same order', async () => {
  await importText(json(order(20101)));
  const { summary } = await importText(JSON.stringify(order(20101)));
  expect(summary.unchanged).toBe(1);
  const header =
    'order_number,status,ordered_at,email,customer_name,street,city,state,zip,payment_method,carrier,tracking_number,' +
    'shipped_at,sku,item_name,quantity,price,variant_size';
  const own =
    'ORD-20101,shipped,2026-03-01,customer@email.com,Jane Doe,123 Main St,Austin,TX,78701,Visa ending in 4242,UPS,' +
    '1Z999AA10123456784,2026-03-02';
  const csv = `${header}\r\n${own},TEE,Tee,2,29.99,M\r\n${own},,Mug,1,8,\r\n`;
  for (const text of [csv, `\ufeff${csv}`, Buffer.from(`\ufeff${csv}`, 'utf16le'), csv.replaceAll(',', '\t')]) {
    expect((await importText(text)).summary).toMatchObject({ read: 1, unchanged: 1 });
  }
});

test('an order that nobody changed here is brought up to date, and its version rises', async () => {
  await importText(json(order(20201)));
  const delivered = order(20201, {
    status: 'delivered',
    delivered_at: '2026-03-04',
    items: [{ name: 'Tee', quantity: 1, price: 5 }],
  });
  expect((await importText(json(delivered))).summary).toMatchObject({ added: 0, changed: 1 });
  expect(await loadOrder(fresh.database, 'ORD-20201')).toMatchObject({
    status: 'delivered',
    revision: '2',
    totalCents: 500,
    lines: [{ name: 'Tee', counts: { delivered: 1 } }],
    parcels: [{ status: 'delivered' }],
  });
  expect((await importText(json(order(20201)))).summary).toMatchObject({ changed: 1 });
});

test('an order that was changed here is left and reported; the same file as before is nothing new', async () => {
  await importText(json(order(20301)));
  await updateOrder(fresh.database, 'ORD-20301', { version: 2, status: 'cancelled' });
  const changed = await importText(json(order(20301, { customer_name: 'John Doe' }), order(20302)));
  expect(changed.summary).toMatchObject({ added: 1, changed: 0 });
  expect(changed.report.shown).toMatchObject([{ record: 1, orderNumber: 'ORD-20301' }]);
  expect(await findOrder(fresh.database, 'ORD-20301')).toMatchObject({
    status: 'cancelled',
    customer_name: 'Jane Doe',
  });
  expect((await importText(json(order(20301)))).summary).toMatchObject({ unchanged: 1 });
});

test('what is wrong with an order is in the report file, and the others are imported', async () => {
  const { summary, report } = await importText(
    json(order(20401), order(20402, { email: 'secret-person', total: 1 }), { order_number: '=cmd()' }, order(20403)),
  );
  expect(summary).toMatchObject({ read: 4, added: 2, isWritten: true });
  expect(await numbersIn(20401, 20499)).toEqual(['ORD-20401', 'ORD-20403']);
  const written = await readFile(report.path, 'utf8');
  expect(written).toContain('record,order_number,field,problem\n2,"ORD-20402","email","expected an email address"\n');
  expect(written).not.toMatch(/secret-person|=cmd/);
});

test('with all or none, one order that is refused keeps all out', async () => {
  const refused = await importText(json(order(20501), order(20502, { status: 'lost' })), { mode: 'all' });
  expect(refused.summary.isWritten).toBe(false);
  expect(await numbersIn(20501, 20599)).toEqual([]);
  expect((await importText(json(order(20501), order(20502)), { mode: 'all' })).summary.isWritten).toBe(true);
  expect(await numbersIn(20501, 20599)).toEqual(['ORD-20501', 'ORD-20502']);
});

test('a look tells what would happen and changes nothing', async () => {
  const { summary } = await importText(json(order(20601)), { mode: 'look' });
  expect(summary).toEqual({ read: 1, added: 1, changed: 0, unchanged: 0, isWritten: false });
  expect(await numbersIn(20601, 20699)).toEqual([]);
});

test('an order that is in the file twice is in it wrong: neither is imported', async () => {
  const { report } = await importText(json(order(20701), order(20702), order(20701, { customer_name: 'Other' })));
  expect(await numbersIn(20701, 20799)).toEqual(['ORD-20702']);
  expect(report.shown).toMatchObject([{ orderNumber: 'ORD-20701', field: 'order_number' }]);
});

test('a file that is cut short, of another encoding, empty or not there leaves everything as it was', async () => {
  const cut = json(order(20801), order(20802)).slice(0, -20);
  await expect(importText(cut)).rejects.toThrow('stops being JSON');
  const western = Buffer.from(json(order(20803, { customer_name: 'José' })), 'latin1');
  await expect(importText(western)).rejects.toThrow('--encoding windows-1252');
  await expect(importText('')).rejects.toThrow('empty');
  await expect(importText('x', { path: '/nowhere' })).rejects.toThrow('cannot be opened (ENOENT)');
  await expect(importText('x', { encoding: 'klingon' })).rejects.toThrow('no encoding of that name');
  expect(await numbersIn(20801, 20899)).toEqual([]);
  await importText(western, { encoding: 'windows-1252' });
  expect(await findOrder(fresh.database, 'ORD-20803')).toMatchObject({ customer_name: 'José' });
});

test('an untouched demo order makes room for the store’s own, which no demo replaces', async () => {
  const seed = () => seedDemoOrders(fresh.database, { now, timeZone: profile.time_zone });
  await seed();
  expect((await importText(json(order(12345, { customer_name: 'Real Person' })))).summary.added).toBe(1);
  await seed();
  expect(await findOrder(fresh.database, 'ORD-12345')).toMatchObject({ is_demo: false, customer_name: 'Real Person' });
});

test('many orders come in batches, none of them lost, no message sent, and no report where nothing is wrong', async () => {
  const { summary, report } = await importText(json(...Array.from({ length: 700 }, (_, at) => order(30_000 + at))));
  expect(summary).toMatchObject({ read: 700, added: 700 });
  expect(await numbersIn(30_000, 30_699)).toHaveLength(700);
  expect(await fresh.database.selectFrom('messages').select('id').execute()).toEqual([]);
  expect(existsSync(report.path)).toBe(false);
});

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startStoreServer, type StoreServer } from '../../../test/support/store-server.ts';

const program = fileURLToPath(new URL('../../check-store.ts', import.meta.url));
let store: StoreServer;

beforeAll(async () => {
  store = await startStoreServer();
});
afterAll(() => store.stop());
beforeEach(() => {
  store.moods = {};
  store.offers = 'all';
  store.variants.splice(0, Infinity, {
    sku: 'TEE',
    name: 'Tee - Navy',
    options: { colour: 'Navy' },
    price: 29.99,
    available: 3,
  });
  store.orders.set('ORD-12345', {
    order_number: 'ORD-12345',
    revision: '1',
    status: 'processing',
    items: [{ name: 'Tee', qty: 1, price: 29.99, sku: 'TEE', kind: 'apparel', final_sale: false }],
    subtotal: 29.99,
    shipping: 'free',
    total: 29.99,
    shipping_address: '123 Main St, Austin, TX 78701',
    order_date: '2026-03-01',
    email: 'customer@email.com',
    phone: '+1 512 555 0142',
  });
});

async function check(...options: string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, store.url, ...options]);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

test('an API that does all of it can be used', async () => {
  const { code, output } = await check();
  expect(output).toContain('✓ POST /lookup, a wrong e-mail: 404');
  expect(output).toContain('✓ GET /variants');
  expect(output).toContain('✓ POST /changes, a change without effects: refused with 400');
  expect(output).not.toContain('–');
  expect(code).toBe(0);
});

test("one that offers only the seed's lookup can be used, and is told what goes to a person", async () => {
  store.offers = 'lookup';
  const order = store.orders.get('ORD-12345');
  if (order !== undefined) order.items = [{ name: 'Tee', qty: 1, price: 29.99 }];
  const { code, output } = await check();
  expect(output).toContain('– POST /lookup, items.kind: not told, so returns go to a person');
  expect(output).toContain('– POST /changes, a change without effects: not offered');
  expect(code).toBe(0);
});

test('one that gets it wrong is told what and where', async () => {
  const order = store.orders.get('ORD-12345');
  if (order !== undefined) Object.assign(order, { total: '29.99' });
  store.moods = { changes: { is: 'failing', status: 500 } };
  const { code, output } = await check();
  expect(output).toMatch(/✗ POST \/lookup, total: .*number/);
  expect(output).toContain('✗ POST /changes, a change without effects: it answers 500');
  expect(code).toBe(1);
});

test('one that is down or cuts its answers is told so', async () => {
  store.moods = { lookup: { is: 'down' } };
  expect((await check()).output).toContain('it cannot be reached, or breaks off');
  store.moods = { lookup: { is: 'truncating' } };
  expect((await check()).output).toContain('its answer is not JSON');
});

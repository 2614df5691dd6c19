import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startStoreServer, type StoreServer } from '../../../test/support/store-server.ts';
import { checkStore } from './check-store.ts';

const program = fileURLToPath(new URL('../../check-store.ts', import.meta.url));
const pair = { orderNumber: 'ORD-12345', factor: { email: 'customer@email.com' } };
const key = 'the key';
let store: StoreServer;

beforeAll(async () => {
  store = await startStoreServer();
});
afterAll(() => store.stop());
beforeEach(() => {
  store.reset();
  store.key = key;
  store.variants.push({ sku: 'TEE', name: 'Tee - Navy', options: { colour: 'Navy' }, price: 29.99, available: 3 });
  store.orders.set('ORD-12345', {
    order_number: 'ORD-12345',
    revision: '1',
    status: 'delivered',
    items: [
      {
        name: 'Tee',
        qty: 1,
        price: 29.99,
        sku: 'TEE',
        kind: 'apparel',
        final_sale: false,
        personalised: false,
        variant: { colour: 'Navy' },
      },
    ],
    subtotal: 29.99,
    shipping: 'free',
    total: 29.99,
    shipping_address: '123 Main St, Austin, TX 78701',
    order_date: '2026-03-01',
    delivered_at: '2026-03-04',
    carrier: 'UPS',
    tracking_number: '1Z999AA10123456784',
    payment_method: 'Visa ending in 4242',
    email: 'customer@email.com',
    phone: '+1 512 555 0142',
  });
});

const tell = (facts: object) => {
  const order = store.orders.get('ORD-12345');
  if (order !== undefined) Object.assign(order, facts);
};

/** Its findings but those that all is well, one line each. */
async function troubles({ isTried = false, timeoutMs = 1000 } = {}): Promise<string[]> {
  const findings = await checkStore({ url: store.url, key, timeoutMs }, { pair, isTried });
  return findings.filter(({ is }) => is !== 'fine').map(({ is, what, says }) => `${is}: ${what}: ${says}`);
}

test('an API that does all of it has no troubles, and is as it was', async () => {
  expect(await troubles({ isTried: true })).toEqual([]);
  expect(store.variants).toMatchObject([{ sku: 'TEE', available: 3 }]);
  expect(store.bookOf('ORD-12345').lines.get(1)).toMatchObject({ returnRequested: 0 });
  expect(store.changes).toHaveLength(2);
});

test('nothing is changed unless it is asked for', async () => {
  expect(await troubles()).toEqual([]);
  expect(store.changes).toEqual([]);
});

describe('a store that gets it wrong is told what and where:', () => {
  const wrongs: [string, () => void, string | RegExp][] = [
    ['is down', () => (store.moods = { lookup: { is: 'down' } }), /it cannot be reached, or breaks off/],
    ['is slow', () => (store.moods = { lookup: { is: 'silent' } }), /it does not answer in time/],
    [
      'fails',
      () => (store.moods = { lookup: { is: 'failing', status: 500 } }),
      /it answers 500 to a pair that belongs/,
    ],
    ['sends a page', () => (store.moods = { lookup: { is: 'html' } }), /wrong: POST \/lookup: its answer is not JSON/],
    ['cuts its answers', () => (store.moods = { lookup: { is: 'truncating' } }), /its answer is not JSON/],
    ['leads elsewhere', () => (store.moods = { lookup: { is: 'redirecting' } }), /307.*nobody is followed elsewhere/],
    ['refuses our key', () => (store.key = 'another'), /it refuses the key: give the right one with --key/],
    ['asks for no key', () => (store.mistakes = ['needs_no_key']), /with a wrong key: it answers 200; 401 is needed/],
    [
      'refuses a key as a wrong pair',
      () => (store.mistakes = ['refuses_key_silently']),
      /WWW-Authenticate header is needed/,
    ],
    ['compares no e-mail', () => (store.mistakes = ['compares_no_email']), /a wrong e-mail: it gives an order away/],
    ['tells e-mails apart', () => (store.mistakes = ['tells_emails_apart']), /anyone can learn which orders there are/],
    ['fails on malformed bodies', () => (store.mistakes = ['fails_on_malformed']), /a malformed body: it answers 500/],
    [
      'sends JSON as a page',
      () => (store.mistakes = ['sends_html_type']),
      /missing: POST \/lookup, content-type: text\/html/,
    ],
    ['sends money as text', () => tell({ total: '29.99' }), /wrong: POST \/lookup, total: .*number/],
    [
      'fails at changes',
      () => (store.moods = { changes: { is: 'failing', status: 500 } }),
      /without effects: it answers 500/,
    ],
    ['lacks the variant asked for', () => (store.variants.length = 0), /GET \/variants: not offered/],
  ];
  test.each(wrongs)('%s', async (_what, get, expected) => {
    get();
    expect(await troubles({ timeoutMs: 200 })).toContainEqual(expect.stringMatching(expected));
  });

  const mistakes: [StoreServer['mistakes'][number], RegExp][] = [
    ['forgets_keys', /the same key again: it answers 409/],
    ['revision_before_key', /the same key again: it answers 409: it must look for the key before/],
    ['ignores_revision', /an old revision: it carries the change out; 409 is needed/],
    ['keeps_revision', /revision: it is the same after a change/],
  ];
  test.each(mistakes)('a change is tried, and %s', async (mistake, expected) => {
    store.mistakes = [mistake];
    expect(await troubles({ isTried: true })).toContainEqual(expect.stringMatching(expected));
  });

  test('a change is tried, and done twice', async () => {
    tell({ revision: undefined, items: store.orders.get('ORD-12345')?.items.map((item) => ({ ...item, qty: 2 })) });
    store.mistakes = ['forgets_keys'];
    expect(await troubles({ isTried: true })).toContainEqual(
      expect.stringMatching(/2 units of TEE are gone for a change of one.*Put 1 back by hand/),
    );
  });
});

test('each fact that is not told is named with what it costs the customer', async () => {
  store.offers = 'lookup';
  const items = [{ name: 'Tee', qty: 1, price: 29.99 }];
  tell({
    items,
    revision: null,
    delivered_at: null,
    payment_method: null,
    carrier: null,
    tracking_number: null,
    phone: null,
  });
  const told = await troubles({ isTried: true });
  expect(told.filter((of) => !of.startsWith('missing'))).toEqual([]);
  expect(told).toEqual([
    expect.stringContaining('revision: not told, so a change cannot be refused when the order has moved'),
    expect.stringContaining('items.sku: not told, so exchanges and replacements go to a person'),
    expect.stringContaining('items.kind: not told, so returns and exchanges go to a person'),
    expect.stringContaining('items.final_sale'),
    expect.stringContaining('items.personalised'),
    expect.stringContaining('items.variant: not told, so exchanges go to a person'),
    expect.stringContaining('delivered_at: not told, so returns and exchanges go to a person'),
    expect.stringContaining('tracking_number: not told, so callers get no tracking link'),
    expect.stringContaining('carrier'),
    expect.stringContaining('payment_method'),
    expect.stringContaining('phone: not told, so nothing can be texted'),
    expect.stringContaining('GET /variants: not tried'),
    expect.stringContaining('POST /changes, a change without effects: not offered'),
  ]);
});

describe('the command', () => {
  async function run(...options: string[]): Promise<{ code: number; output: string }> {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [program, store.url, '--key', key, ...options]);
      return { code: 0, output: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    }
  }

  test('ends well when nothing is wrong', async () => {
    const { code, output } = await run('--try-change', 'ORD-12345', 'customer@email.com');
    expect(output).toMatch(/✓ POST \/lookup: answered in \d+ ms\n/);
    expect(output).toContain('✓ POST /changes, the same key again: answered as before\n');
    expect(output).toContain('✓ POST /changes, an old revision: 409\n');
    expect(output).toMatch(/\n\nThe API can be used\.\n$/);
    expect(code).toBe(0);
  });

  test('fails when something is, in one line each', async () => {
    tell({ total: '29.99' });
    const { code, output } = await run();
    expect(output).toMatch(/✗ POST \/lookup, total: .*\n/);
    expect(output).toContain('1 thing is wrong');
    expect(code).toBe(1);
  });

  test('changes no order that was not named', async () => {
    const { code, output } = await run('--try-change');
    expect(output).toContain('--try-change needs an order and the e-mail on it');
    expect(code).toBe(1);
    expect(store.changes).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { discounted, openReturn, verifiedCall } from '../../test/support/return-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { labelLink } from './label-link.ts';

const start = new Date('2026-03-05T17:00:00Z');
let now = start;
let database: FreshDatabase;
let server: TestServer;
let rma: string;
let link: URL;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
  rma = await openReturn(await verifiedCall(server));
  link = new URL(labelLink(server.config, { rma, shipBy: '2026-03-12', timeZone: 'America/New_York' }));
});
beforeEach(() => {
  now = start;
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const open = (change: (url: URL) => void = () => undefined) => {
  const url = new URL(link);
  change(url);
  return server.app.inject({ url: url.pathname + url.search });
};

test('the link in the message opens the label, for nobody to keep and with nothing to run', async () => {
  const { text } = await database.database.selectFrom('messages').select('text').executeTakeFirstOrThrow();
  const sent = new URL(/https?:\S+\/labels\/\S+/.exec(text)?.[0] ?? '');
  expect(sent.pathname + sent.search).toBe(link.pathname + link.search);
  const label = await open();
  expect(label.statusCode).toBe(200);
  expect(label.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(label.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="return-label-${rma}.pdf"`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
});

test.each([
  ['another return', (url: URL) => (url.pathname = '/labels/RMA-100999.pdf')],
  ['a longer time', (url: URL) => url.searchParams.set('expires', '1999999999')],
  ['another signature', (url: URL) => url.searchParams.set('signature', 'A'.repeat(43))],
  ['a signature cut short', (url: URL) => url.searchParams.set('signature', 'A')],
])('a link changed to %s is refused', async (_what, change) => {
  const refused = await open(change);
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.json()).toMatchObject({ status: 403, code: 'link_invalid' });
});

test('a link without a signature, or to no label, is malformed', async () => {
  expect((await open((url) => url.searchParams.delete('signature'))).statusCode).toBe(400);
  expect((await open((url) => (url.pathname = '/labels/..%2Fstore.yaml'))).statusCode).toBe(400);
});

test('two weeks after the last day to ship, the link has expired', async () => {
  now = new Date('2026-03-27T03:59:59Z');
  expect((await open()).statusCode).toBe(200);
  now = new Date('2026-03-27T04:00:00Z');
  expect((await open()).json()).toMatchObject({ status: 410, code: 'link_expired' });
});

test('a label of a return that was cancelled is gone', async () => {
  const call = await verifiedCall(server);
  await call.post(`/api/orders/${discounted}/returns/${rma}/cancel`, {});
  expect((await open()).json()).toMatchObject({ status: 410, code: 'link_expired' });
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { remoteStore, type RemoteStoreOptions } from './remote-store.ts';

/** The seed's own answer. */
const seedAnswer = {
  order_number: 'ORD-12345',
  status: 'shipped',
  items: [
    { name: 'Classic Tee - Navy, Size M', qty: 2, price: 29.99 },
    { name: 'Jogger Pants - Black, Size L', qty: 1, price: 49.99 },
  ],
  subtotal: 109.97,
  shipping: 'free',
  total: 109.97,
  tracking_number: '1Z999AA10123456784',
  carrier: 'UPS',
  estimated_delivery: '2026-03-08',
  shipping_address: '123 Main St, Austin, TX 78701',
  order_date: '2026-03-01',
  payment_method: 'Visa ending in 4242',
};
const pair = { orderNumber: 'ORD-12345', factor: { email: 'customer@email.com' } };

interface Asked {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let url: string;
let asked: Asked[];
let answers: Answer[];

beforeEach(async () => {
  asked = [];
  answers = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ url: request.url, authorization: request.headers.authorization, body });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/orders/`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const store = (options: Partial<RemoteStoreOptions> = {}) =>
  remoteStore({ url, key: 'store key', timeoutMs: 250, ...options });
const json =
  (body: unknown, status = 200): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('{}');

test("asks by the seed's request, with the key, and reads the seed's answer", async () => {
  answers = [json(seedAnswer)];
  expect(await store().lookUp(pair)).toMatchObject({
    orderNumber: 'ORD-12345',
    totalCents: 10_997,
    shippingCents: 0,
    orderedAt: '2026-03-01',
    shipTo: { city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
    lines: [
      { line: 1, unitPriceCents: 2999, quantity: 2 },
      { line: 2, unitPriceCents: 4999, quantity: 1 },
    ],
    parcels: [{ carrier: 'UPS', status: 'in_transit', shippedAt: undefined, lastScan: undefined }],
  });
  expect(asked).toEqual([
    {
      url: '/api/orders/lookup',
      authorization: 'Bearer store key',
      body: JSON.stringify({ order_number: 'ORD-12345', verification: { email: 'customer@email.com' } }),
    },
  ]);
});

test('sends no authorization without a key', async () => {
  answers = [json(seedAnswer)];
  await store({ key: '' }).lookUp(pair);
  expect(asked[0]?.authorization).toBeUndefined();
});

test.each([404, 403, 401])('%d is a verdict on the pair, and is not asked again', async (code) => {
  answers = [status(code)];
  expect(await store().lookUp(pair)).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test('a 401 that asks for another key is a fault of the set-up, not of the caller', async () => {
  answers = [status(401, { 'www-authenticate': 'Bearer' })];
  await expect(store().lookUp(pair)).rejects.toMatchObject({ reason: 'key_refused' });
});

const faults: [string, string, Answer][] = [
  ['500', 'unexpected_status', status(500)],
  ['429', 'unexpected_status', status(429)],
  ['204', 'unexpected_status', (response) => response.writeHead(204).end()],
  ['HTML', 'malformed', (response) => response.end('<html>Down for maintenance</html>')],
  ['an empty object', 'malformed', json({})],
  ['an unknown status', 'malformed', json({ ...seedAnswer, status: 'teleported' })],
  ['another order', 'malformed', json({ ...seedAnswer, order_number: 'ORD-54321' })],
  ['a negative price', 'malformed', json({ ...seedAnswer, total: -1 })],
  ['cut JSON', 'malformed', (response) => response.end(JSON.stringify(seedAnswer).slice(0, 200))],
  [
    'a cut body',
    'unreachable',
    (response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write('{"order');
      response.socket?.destroy();
    },
  ],
  ['a closed connection', 'unreachable', (response) => response.socket?.destroy()],
  ['a body without end', 'too_large', (response) => response.end('x'.repeat(600_000))],
  ['nothing at all', 'slow', () => undefined],
  ['half a body, then nothing', 'slow', (response) => void response.write('{"order_number":')],
];

test.each(faults)('%s is no answer, is asked once more, and is told as %s', async (_what, reason, answer) => {
  answers = [answer];
  await expect(store().lookUp(pair)).rejects.toMatchObject({ name: 'StoreUnavailableError', reason });
  expect(asked).toHaveLength(2);
});

test('the second answer counts when the first was a fault', async () => {
  answers = [status(502), json(seedAnswer)];
  expect(await store().lookUp(pair)).toMatchObject({ orderNumber: 'ORD-12345' });
});

test('is never led elsewhere', async () => {
  answers = [(response) => response.writeHead(307, { location: '/elsewhere' }).end()];
  await expect(store().lookUp(pair)).rejects.toMatchObject({ reason: 'unexpected_status' });
  expect(asked.map(({ url: path }) => path)).toEqual(['/api/orders/lookup', '/api/orders/lookup']);
});

test('leaves a store alone that fails again and again, and asks again after a rest', async () => {
  answers = [status(500)];
  const resting = store({ restMs: 60 });
  for (let lookup = 0; lookup < 5; lookup += 1) await expect(resting.lookUp(pair)).rejects.toThrow();
  const before = asked.length;
  await expect(resting.lookUp(pair)).rejects.toMatchObject({ reason: 'resting' });
  expect(asked).toHaveLength(before);
  answers = [json(seedAnswer)];
  await expect.poll(() => resting.lookUp(pair).catch(() => undefined)).toMatchObject({ orderNumber: 'ORD-12345' });
});

test('wrong pairs are no faults, however many', async () => {
  answers = [status(404)];
  const one = store();
  for (let lookup = 0; lookup < 8; lookup += 1) expect(await one.lookUp(pair)).toBeUndefined();
});

test('a store that answers with another e-mail than the one given has not compared them', async () => {
  answers = [json({ ...seedAnswer, email: 'someone.else@example.com' })];
  expect(await store().lookUp(pair)).toBeUndefined();
  answers = [json({ ...seedAnswer, email: 'Customer@Email.com' })];
  expect(await store().lookUp(pair)).toBeDefined();
});

test('reads all that a store may add', async () => {
  answers = [
    json({
      ...seedAnswer,
      status: 'delivered',
      parcels: [
        { carrier: 'UPS', tracking_number: '1', delivered_at: '2026-03-04T17:00:00Z', lines: [{ line: 2, qty: 1 }] },
        { carrier: 'DHL', status: 'in_transit', last_scan_at: '2026-03-03T10:00:00-05:00', last_scan_place: 'Bonn' },
      ],
    }),
  ];
  expect((await store().lookUp(pair))?.parcels).toMatchObject([
    { status: 'delivered', deliveredAt: new Date('2026-03-04T17:00:00Z'), lines: [{ line: 2, quantity: 1 }] },
    { status: 'in_transit', lastScan: { at: new Date('2026-03-03T15:00:00Z'), place: 'Bonn' } },
  ]);
});

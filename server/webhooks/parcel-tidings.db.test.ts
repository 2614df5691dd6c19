import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { hastenJob } from '../../test/support/waiting-jobs.ts';
import { orderWebhookSecret, placeOrder, tellOrders } from '../../test/support/order-webhook.ts';
import { testConfig, testServer, type TestServer } from '../../test/support/test-server.ts';
import { twilioServer, type TwilioServer } from '../../test/support/twilio-server.ts';
import { insertConsent } from '../messages/consents-table.ts';
import { deliverMessageJob } from '../messages/deliver-message-job.ts';
import { phoneKey } from '../messages/phone-key.ts';
import { addDays, dayIn, instantAt } from '../policy/store-calendar.ts';

const timeZone = 'America/New_York';
/** Jobs wait by the database's clock: a night that is yet to come is one in which they do. */
const tomorrow = addDays(dayIn(timeZone, new Date()), 1);
const noon = instantAt(timeZone, tomorrow, '12:00');
const daniel = '+1 312 555 0177';

let database: FreshDatabase;
let twilio: TwilioServer;
let server: TestServer;
let now = noon;
let placed = 0;

beforeAll(async () => {
  database = await freshDatabase();
  twilio = await twilioServer();
  const { messaging } = testConfig(database.url);
  const { url: apiUrl, accountSid, authToken, from } = twilio;
  server = await testServer(database, {
    clock: () => now,
    config: { orderWebhookSecret, messaging: { ...messaging, sms: { apiUrl, accountSid, authToken, from } } },
  });
  await server.app.ready();
});
afterAll(async () => {
  await server.app.close();
  await twilio.close();
  await database.drop();
});
beforeEach(() => {
  now = noon;
  twilio.taken.length = 0;
});

async function anotherOrder({ phone }: { phone: string }): Promise<string> {
  placed += 1;
  const number = `ORD-${71_000 + placed}`;
  await placeOrder(server, number);
  await database.database.updateTable('orders').set({ phone }).where('order_number', '=', number).execute();
  return number;
}

const allowTexts = (phone: string) =>
  insertConsent(database.database, {
    phone_key: phoneKey(server.config.tokenSecret, phone),
    answer: 'yes',
    call_id: 'call_0123456789abcdef',
    turn_id: 'yes',
    asked: 'May we text you?',
    answered: 'Yes.',
    at: noon,
  });

function tell(
  order_number: string,
  type: string,
  { hoursAgo = 0, ...data }: { hoursAgo?: number; [fact: string]: unknown } = {},
) {
  const parcel = { tracking_number: '1Z999AA10123456784', carrier: 'UPS' };
  const timestamp = new Date(now.getTime() - hoursAgo * 3_600_000).toISOString();
  return tellOrders(server, { type, timestamp, data: { order_number, parcel, ...data } });
}

const notices = async (orderNumber: string) =>
  (await database.database.selectFrom('messages').selectAll().where('order_number', '=', orderNumber).execute())
    .map(({ kind, channel }) => `${kind} by ${channel}`)
    .sort();
const untilTexted = (count: number) => vi.waitFor(() => expect(twilio.taken).toHaveLength(count), patience);

test('a customer who agreed to texts hears by text and e-mail that a parcel has left and has come, once each', async () => {
  await allowTexts(daniel);
  const order = await anotherOrder({ phone: daniel });
  await tell(order, 'order.shipped', { hoursAgo: 5 });
  await untilTexted(1);
  expect(twilio.taken[0]?.body).toContain('1Z999AA10123456784');
  await tell(order, 'order.out_for_delivery', { hoursAgo: 2 });
  await Promise.all([1, 2, 3].map(() => tell(order, 'order.delivered', { hoursAgo: 1 })));
  await untilTexted(2);
  await tell(order, 'order.shipped', { hoursAgo: 4 });
  expect(await notices(order)).toEqual([
    'delivered by email',
    'delivered by sms',
    'shipped by email',
    'shipped by sms',
  ]);
});

test('delivered, a late shipped, and delivered again: one text, of the delivery', async () => {
  const order = await anotherOrder({ phone: daniel });
  await tell(order, 'order.delivered', { hoursAgo: 1 });
  await tell(order, 'order.shipped', { hoursAgo: 20 });
  await tell(order, 'order.delivered', { hoursAgo: 1 });
  await untilTexted(1);
  expect(await notices(order)).toEqual(['delivered by email', 'delivered by sms']);
});

test('who was never asked gets no text unasked, and an e-mail', async () => {
  const order = await anotherOrder({ phone: '+1 312 555 0199' });
  await tell(order, 'order.shipped');
  expect(await notices(order)).toEqual(['shipped by email']);
});

test('a text of the night leaves in the morning, and the e-mail at once', async () => {
  now = instantAt(timeZone, tomorrow, '23:00');
  const order = await anotherOrder({ phone: daniel });
  await tell(order, 'order.delivered');
  expect(await notices(order)).toEqual(['delivered by email', 'delivered by sms']);
  const waits = await hastenJob(database, deliverMessageJob);
  const morning = instantAt(timeZone, addDays(tomorrow, 1), '08:00');
  expect(Math.abs((waits ?? 0) - (morning.getTime() - Date.now()) / 1000)).toBeLessThan(60);
  await untilTexted(1);
});

test('nobody hears of what happened more than a day ago, of an order that is over, or of scans', async () => {
  const late = await anotherOrder({ phone: daniel });
  await tell(late, 'order.shipped', { hoursAgo: 25 });
  await tell(late, 'order.delivered', { hoursAgo: 24.5 });
  const cancelled = await anotherOrder({ phone: daniel });
  await tell(cancelled, 'order.cancelled');
  await tell(cancelled, 'order.shipped');
  const scanned = await anotherOrder({ phone: daniel });
  await tell(scanned, 'parcel.scanned', { event: 'Arrived at facility' });
  await tell(scanned, 'order.returned_to_sender');
  for (const order of [late, cancelled, scanned]) expect(await notices(order)).toEqual([]);
});

test("of a remote store's order, the contacts in the event are told, and nothing of the order is kept", async () => {
  const remote = await testServer(database, {
    clock: () => now,
    config: { ...server.config, storeApi: { url: 'http://127.0.0.1:9', key: 'a key' } },
  });
  const customer = { email: 'Someone@Example.com', phone: daniel };
  const shop = (type: string, data: object = {}) =>
    tellOrders(remote, {
      type,
      timestamp: now.toISOString(),
      data: { order_number: '#W2378156', parcel: { tracking_number: '94001' }, ...data },
    });
  expect((await shop('order.delivered', { customer })).statusCode).toBe(204);
  expect((await shop('order.shipped', { customer })).statusCode).toBe(204);
  expect((await shop('order.cancelled')).statusCode).toBe(204);
  expect(await notices('#W2378156')).toEqual(['delivered by email', 'delivered by sms']);
  const told = await database.database
    .selectFrom('told_parcels')
    .selectAll()
    .where('tracking_key', '=', '94001')
    .execute();
  expect(JSON.stringify(told)).not.toMatch(/example\.com|555/i);
  expect((await shop('order.shipped', { parcel: { tracking_number: '94002' } })).statusCode).toBe(204);
  expect(await notices('#W2378156')).toHaveLength(2);
  await remote.app.close();
});

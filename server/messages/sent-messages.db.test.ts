import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { change } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { emptyOutbox } from '../../test/support/outbox.ts';
import { patience } from '../../test/support/patience.ts';
import { standInSmtp, type StandInSmtp } from '../../test/support/smtp-server.ts';
import { storeTurns } from '../../test/support/store-turns.ts';
import { testConfig, testServer, type TestServer } from '../../test/support/test-server.ts';
import { twilioServer, type TwilioServer } from '../../test/support/twilio-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

let database: FreshDatabase;
let server: TestServer;
let twilio: TwilioServer;
let smtp: StandInSmtp;
let call: OrderCall;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  await emptyOutbox(database);
  for (const table of ['orders', 'customer_notices', 'texting_consents', 'texted_numbers'] as const) {
    await database.database.deleteFrom(table).execute();
  }
  await seedDemoOrders(database.database, { now: new Date(), timeZone: 'America/New_York' });
  [twilio, smtp] = await Promise.all([twilioServer(), standInSmtp()]);
  const { url: apiUrl, accountSid, authToken, from } = twilio;
  const { hostname: host, port } = new URL(smtp.url);
  const email = { host, port: Number(port), isSecure: false, from: 'orders@juniper.example', login: undefined };
  const messaging = { ...testConfig(database.url).messaging, sms: { apiUrl, accountSid, authToken, from }, email };
  server = await testServer(database, { config: { messaging } });
  await server.app.ready();
  call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-10003', verification: { email: 'customer@email.com' } });
});
afterEach(async () => {
  await server.app.close();
  await Promise.all([twilio.close(), smtp.close()]);
});
afterAll(() => database.drop());

async function agreeToTexts(): Promise<void> {
  await storeTurns(call, [
    { id: 'may-we', role: 'agent', text: 'May I text you?' },
    { id: 'you-may', role: 'customer', text: 'Yes.' },
  ]);
  await call.post('/api/orders/ORD-10003/texting-consent', { answer: 'yes', turn_id: 'you-may' });
}

const address = { street: '9 Elm Ave', city: 'Austin', state: 'TX', zip: '78704', country: 'US' };
const changeAddress = async (zip = address.zip) => {
  const response = await change(call, 'ORD-10003', { kind: 'address_change', address: { ...address, zip } });
  return response.json<{ say: string }>().say;
};

test('a new address is confirmed to phone and e-mail, and said to be', async () => {
  await agreeToTexts();
  expect(await changeAddress()).toContain("I've sent you a confirmation by text and email.");
  await vi.waitFor(() => expect([twilio.taken.length, smtp.taken.length]).toEqual([1, 1]), patience);
  expect(twilio.taken[0]?.body).toBe(
    "Juniper Row: Order ORD-10003 now ships to Austin, 78704. Wasn't that you? Call us at +1 212 555 0100.\nReply STOP to opt out.",
  );
  expect(smtp.taken[0]?.to).toEqual(['customer@email.com']);
  expect(smtp.taken[0]?.source).toContain('9 Elm Ave, Austin, TX 78704');
});

test('only the first text to a number says how to stop them', async () => {
  await agreeToTexts();
  await changeAddress();
  await changeAddress('78701');
  await vi.waitFor(() => expect(twilio.taken).toHaveLength(2), patience);
  expect(twilio.taken.filter(({ body }) => body.includes('STOP'))).toHaveLength(1);
});

const tellCancellation = async () => {
  const response = await change(call, 'ORD-10003', { kind: 'cancellation' });
  expect(response.statusCode).toBe(200);
};

test('an e-mail that bounces is told by text where the customer has agreed to texts since', async () => {
  smtp.moods.push({ kind: 'refuse', at: 'recipient', code: 550, reply: '5.1.1 No such user' });
  await agreeToTexts();
  const response = await call.post('/api/orders/ORD-10003/messages', { kind: 'receipt', channel: 'email' });
  expect(response.json()).toEqual({ outcome: 'queued', say: "I've emailed you the receipt." });
  await vi.waitFor(() => expect(twilio.taken).toHaveLength(1), patience);
  expect(twilio.taken[0]?.body).toMatch(/^Juniper Row: Order ORD-10003 of .*: \$33\.99, paid by Visa ending in 4242\./);
});

test('an e-mail that bounces stays untold to a phone that nobody may text', async () => {
  smtp.moods.push({ kind: 'refuse', at: 'recipient', code: 550, reply: '5.1.1 No such user' });
  await tellCancellation();
  await vi.waitFor(async () => {
    const rows = await database.database.selectFrom('messages').select(['channel', 'state']).execute();
    expect(rows).toEqual([{ channel: 'email', state: 'bounced' }]);
  }, patience);
  expect(twilio.asked()).toBe(0);
});

test('a text to a phone that has stopped them at its provider goes by e-mail instead', async () => {
  // Twilio 21610: the recipient has replied STOP.
  twilio.moods.push({ kind: 'refuse', status: 400, code: 21610 });
  await agreeToTexts();
  await tellCancellation();
  await vi.waitFor(() => expect(smtp.taken).toHaveLength(1), patience);
  expect(smtp.taken[0]?.source).toContain('Subject: Your order ORD-10003 is cancelled');
  expect(twilio.taken).toEqual([]);
});

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { emptyOutbox } from '../../test/support/outbox.ts';
import { testConfig, testServer, type TestServer } from '../../test/support/test-server.ts';
import { insertMessage, type MessageState } from './messages-table.ts';
import { findSuppression } from './suppressions-table.ts';

let fresh: FreshDatabase;
let server: TestServer;

const authToken = 'a token of Twilio for tests';
const publicUrl = 'https://orders.example';
const customer = '+15125550142';

beforeAll(async () => {
  fresh = await freshDatabase();
  const sms = { apiUrl: 'http://127.0.0.1:9', accountSid: 'AC', authToken, from: '+12125550100' };
  const { messaging } = testConfig(fresh.url);
  server = await testServer(fresh, { config: { publicUrl, messaging: { ...messaging, sms } } });
});
beforeEach(() => emptyOutbox(fresh));
afterAll(async () => {
  await server.app.close();
  await fresh.drop();
});

function post(fields: Record<string, string>, { path = '/webhooks/twilio', token = authToken } = {}) {
  const signed = Object.entries(fields)
    .map(([name, value]) => `${name}${value}`)
    .sort()
    .join('');
  return server.app.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', token).update(`${publicUrl}${path}${signed}`).digest('base64'),
    },
    payload: new URLSearchParams(fields).toString(),
  });
}

const text = (body: string, more: Record<string, string> = {}) =>
  post({ From: customer, Body: body, MessageSid: 'SM1', SmsStatus: 'received', ...more });
const stopped = () => findSuppression(fresh.database, { channel: 'sms', recipient: customer });

async function messageIn(state: MessageState): Promise<string> {
  const id = await insertMessage(fresh.database, {
    dedupe_key: 'k',
    call_id: null,
    order_number: null,
    kind: 'receipt',
    channel: 'sms',
    recipient: customer,
    subject: null,
    text: 'hello',
    html: null,
    attachments: [],
    state,
    last_error: null,
    asked_at: new Date(),
  });
  return id ?? '';
}

const report = (id: string, MessageStatus: string, more: Record<string, string> = {}) =>
  post({ MessageSid: 'SM7', MessageStatus, ...more }, { path: `/webhooks/twilio?message=${id}` });
const row = () => fresh.database.selectFrom('messages').selectAll().executeTakeFirst();

test('STOP ends the texts to a number, START allows them again', async () => {
  const response = await text('Stop.');
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toContain('text/xml');
  expect(response.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
  expect(await stopped()).toBe('stopped');
  await text('START');
  expect(await stopped()).toBeUndefined();
});

test('HELP is answered with the words of the store, unless Twilio has answered', async () => {
  expect((await text('help')).body).toMatch(/<Message>Juniper Row: texts about your orders\. .*STOP.* Msg &amp; data/);
  expect((await text('help', { OptOutType: 'HELP' })).body).not.toContain('<Message>');
});

test('any other text changes nothing', async () => {
  expect((await text('please do not stop at the gate')).body).not.toContain('<Message>');
  expect(await stopped()).toBeUndefined();
});

test('a request that Twilio has not signed changes nothing', async () => {
  const forged = await post({ From: customer, Body: 'STOP' }, { token: 'another token' });
  expect(forged.statusCode).toBe(401);
  const bare = await server.app.inject({
    method: 'POST',
    url: '/webhooks/twilio',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'From=%2B15125550142&Body=STOP',
  });
  expect(bare.statusCode).toBe(401);
  expect(await stopped()).toBeUndefined();
});

test('a delivered text is told as delivered, whatever comes later or again', async () => {
  const id = await messageIn('sent');
  await report(id, 'delivered');
  await report(id, 'sent');
  await report(id, 'undelivered', { ErrorCode: '30003' });
  expect(await row()).toMatchObject({ state: 'delivered', provider_id: 'SM7', last_error: null });
});

test('a report shows that a text was taken whose answer got lost', async () => {
  const id = await messageIn('sending');
  await report(id, 'queued');
  expect(await row()).toMatchObject({ state: 'sent', provider_id: 'SM7' });
});

test('a text that was not delivered has bounced; the number is given up only when it does not exist', async () => {
  const id = await messageIn('sent');
  await report(id, 'undelivered', { ErrorCode: '30003' });
  expect(await row()).toMatchObject({ state: 'bounced', last_error: 'Twilio error 30003' });
  expect(await stopped()).toBeUndefined();
  await emptyOutbox(fresh);
  await report(await messageIn('sent'), 'undelivered', { ErrorCode: '30006' });
  expect(await stopped()).toBe('bounced');
});

test('a number that bounced and then says STOP has said STOP', async () => {
  await report(await messageIn('sent'), 'undelivered', { ErrorCode: '30006' });
  await text('STOP');
  await fresh.database.deleteFrom('messages').execute();
  await report(await messageIn('sent'), 'undelivered', { ErrorCode: '30006' });
  expect(await stopped()).toBe('stopped');
});

test('a report on a message that is not there is taken, and forgotten', async () => {
  expect((await report('0190a8c0-0000-7000-8000-000000000000', 'delivered')).statusCode).toBe(200);
  expect((await post({}, { path: '/webhooks/twilio?message=7' })).statusCode).toBe(400);
});

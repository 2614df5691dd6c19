import { randomUUID } from 'node:crypto';
import type { DeskMessagesResponse } from '@orderline/contract/desk-message.ts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { emptyOutbox } from '../../test/support/outbox.ts';
import { patience } from '../../test/support/patience.ts';
import { testConfig, testServer, type TestServer } from '../../test/support/test-server.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { twilioServer, type TwilioServer } from '../../test/support/twilio-server.ts';
import { insertMessage, type MessageState } from './messages-table.ts';
import { insertSuppression } from './suppressions-table.ts';

let fresh: FreshDatabase;
let twilio: TwilioServer;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  fresh = await freshDatabase();
  twilio = await twilioServer();
  const { url: apiUrl, accountSid, authToken, from } = twilio;
  const { messaging } = testConfig(fresh.url);
  server = await testServer(fresh, {
    config: { messaging: { ...messaging, sms: { apiUrl, accountSid, authToken, from } } },
  });
  await server.app.ready();
  staff = await signInTestStaff(server);
});
beforeEach(async () => {
  await emptyOutbox(fresh);
  twilio.taken.length = 0;
});
afterAll(async () => {
  await server.app.close();
  await twilio.close();
  await fresh.drop();
});

async function message(state: MessageState, minute = 0, more: { channel?: 'sms' | 'email' } = {}): Promise<string> {
  const { channel = 'sms' } = more;
  const id = await insertMessage(fresh.database, {
    dedupe_key: randomUUID(),
    call_id: null,
    order_number: 'ORD-12345',
    kind: 'receipt',
    channel,
    recipient: channel === 'sms' ? '+15125550142' : 'grace_kim@example.com',
    subject: null,
    text: `minute ${minute}`,
    html: null,
    attachments: [],
    state,
    last_error: state === 'failed' ? 'Twilio error 21608' : null,
    asked_at: new Date(Date.UTC(2026, 2, 1, 12, minute)),
  });
  return id ?? '';
}

const list = async (query = '') => (await staff.get(`/api/desk/messages${query}`)).json<DeskMessagesResponse>();
const retry = (id: string, who = staff) => who.post(`/api/desk/messages/${id}/retry`);
const stateOf = async (id: string) =>
  (await fresh.database.selectFrom('messages').select('state').where('id', '=', id).executeTakeFirst())?.state;

test('lists the outbox, newest first, with masked recipients', async () => {
  await message('sent', 1);
  const failed = await message('failed', 2, { channel: 'email' });
  const { messages, next } = await list();
  expect(next).toBeUndefined();
  expect(messages.map(({ text }) => text)).toEqual(['minute 2', 'minute 1']);
  expect(messages[0]).toEqual({
    id: failed,
    state: 'failed',
    channel: 'email',
    kind: 'receipt',
    recipient: 'g•••@example.com',
    order_number: 'ORD-12345',
    text: 'minute 2',
    reason: 'Twilio error 21608',
    attempts: 0,
    asked_at: '2026-03-01T12:02:00.000Z',
    can_retry: true,
  });
  expect(JSON.stringify(messages)).not.toMatch(/5125550142|grace_kim/);
});

test('pages through it without losing those of the same moment, and filters by state', async () => {
  for (const minute of [1, 1, 1, 2]) await message('kept', minute);
  await message('sent', 3);
  const seen: string[] = [];
  let page = await list('?state=kept&limit=2');
  seen.push(...page.messages.map(({ id }) => id));
  page = await list(`?state=kept&limit=2&before=${page.next ?? ''}`);
  seen.push(...page.messages.map(({ id }) => id));
  expect(new Set(seen).size).toBe(4);
  expect(page.next).toBeUndefined();
  expect((await staff.get('/api/desk/messages?before=yesterday')).statusCode).toBe(400);
});

test.each(['failed', 'kept'] as const)('one that is %s is sent when it is tried again', async (state) => {
  const id = await message(state);
  expect((await retry(id)).json()).toEqual({ state: 'queued' });
  await vi.waitFor(async () => expect(await stateOf(id)).toBe('sent'), patience);
  expect(twilio.taken).toHaveLength(1);
  expect((await retry(id)).statusCode).toBe(422);
});

test('a text that may have been sent is looked for before it is sent again', async () => {
  const id = await message('unknown');
  await fresh.database.updateTable('messages').set({ tried_at: new Date() }).execute();
  twilio.taken.push({
    sid: 'SM9',
    to: '+15125550142',
    from: twilio.from,
    body: 'minute 0',
    statusCallback: undefined,
    takenAt: new Date(),
  });
  expect((await retry(id)).json()).toEqual({ state: 'sending' });
  await vi.waitFor(async () => expect(await stateOf(id)).toBe('sent'), patience);
  expect(twilio.taken).toHaveLength(1);
});

test('who has stopped our texts is not written to because somebody asks for it', async () => {
  const id = await message('failed');
  await insertSuppression(fresh.database, {
    channel: 'sms',
    recipient: '+15125550142',
    reason: 'stopped',
    at: new Date(),
  });
  expect((await retry(id)).json()).toEqual({ state: 'suppressed' });
  expect((await retry(id)).statusCode).toBe(422);
});

test('is for those who are signed in, and trying again for staff, who are noted', async () => {
  const id = await message('failed');
  expect((await server.app.inject('/api/desk/messages')).statusCode).toBe(401);
  const tester = await signInTestStaff(server, 'qa');
  expect((await tester.get('/api/desk/messages')).statusCode).toBe(200);
  expect((await retry(id, tester)).statusCode).toBe(403);
  expect((await retry(randomUUID())).statusCode).toBe(404);
  expect((await retry('7')).statusCode).toBe(400);
  await retry(id);
  const { entries } = (await staff.get('/api/desk/audit')).json<{ entries: object[] }>();
  expect(entries[0]).toMatchObject({ act: 'message.retried', subject: `message:${id}`, staff: staff.name });
});

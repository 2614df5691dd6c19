import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { emptyOutbox, Outbox } from '../../test/support/outbox.ts';
import { patience } from '../../test/support/patience.ts';
import { twilioServer, type TwilioServer } from '../../test/support/twilio-server.ts';
import type { DeliveryHooks } from './delivery-hooks.ts';
import type { MessagingConfig } from './messaging-config.ts';
import { queueMessage } from './queue-message.ts';
import { insertSuppression } from './suppressions-table.ts';

let fresh: FreshDatabase;
let twilio: TwilioServer;
let outbox: Outbox;

beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(async () => {
  twilio = await twilioServer();
  await emptyOutbox(fresh);
});
afterEach(async () => {
  await outbox.close();
  await twilio.close();
});
afterAll(() => fresh.drop());

const phone = { channel: 'sms', recipient: '(512) 555-0142' } as const;

function open(messaging: Partial<MessagingConfig> = {}, hooks: DeliveryHooks = {}): Outbox {
  const { url: apiUrl, accountSid, authToken, from } = twilio;
  outbox = new Outbox(fresh, { sms: { apiUrl, accountSid, authToken, from }, timeoutMs: 400, ...messaging }, hooks);
  return outbox.start();
}

test('a text is sent once its transaction is committed', async () => {
  expect(await open().queue({ ...phone, text: 'Your order has shipped.' })).toBe('queued');
  const { id } = await outbox.untilState('sent');
  expect(twilio.taken).toMatchObject([
    {
      to: '+15125550142',
      from: twilio.from,
      body: 'Your order has shipped.',
      statusCallback: `https://orders.example/webhooks/twilio?message=${id}`,
    },
  ]);
  expect(await outbox.rows()).toMatchObject([{ provider_id: twilio.taken[0]?.sid, attempts: 1, last_error: null }]);
});

test('what was rolled back is never sent', async () => {
  const { context } = open();
  await context.database
    .transaction()
    .execute(async (transaction) => {
      await queueMessage(context, transaction, { ...phone, dedupeKey: 'no', kind: 'receipt', text: 'never' });
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await outbox.queue({ ...phone, text: 'later' });
  await outbox.untilState('sent');
  expect(twilio.taken.map(({ body }) => body)).toEqual(['later']);
});

test('of two with one key, one is sent, also when both come at the same moment', async () => {
  open();
  const outcomes = await Promise.all([1, 2, 3].map(() => outbox.queue({ ...phone, dedupeKey: 'change 7' })));
  expect(outcomes.sort()).toEqual(['duplicate', 'duplicate', 'queued']);
  await outbox.untilState('sent');
  expect(await outbox.queue({ ...phone, dedupeKey: 'change 7' })).toBe('duplicate');
  expect(twilio.taken).toHaveLength(1);
});

test('a 429 is tried again, and not before Twilio said', async () => {
  twilio.moods.push({ kind: 'refuse', status: 429, retryAfter: '90' });
  await open().queue(phone);
  expect(await outbox.hasten()).toBeGreaterThan(80);
  await outbox.untilState('sent');
  expect(twilio.taken).toHaveLength(1);
  expect(twilio.asked()).toBe(2);
});

test('a text whose answer got lost is looked for, and not sent again', async () => {
  twilio.moods.push({ kind: 'take_silently' });
  await open().queue(phone);
  expect(await outbox.hasten()).toBeGreaterThan(20);
  expect(await outbox.untilState('sent')).toMatchObject({ provider_id: twilio.taken[0]?.sid });
  expect(twilio.asked()).toBe(1);
});

test.each([{ kind: 'hang' }, { kind: 'refuse', status: 500 }] as const)(
  'after no answer ($kind) a text that Twilio does not have is sent, once',
  async (mood) => {
    twilio.moods.push(mood);
    await open().queue(phone);
    await outbox.hasten();
    await outbox.untilState('sent');
    expect(twilio.taken).toHaveLength(1);
    expect(twilio.asked()).toBe(2);
  },
);

test('an earlier text of the same words is not taken for the one that got lost', async () => {
  await open().queue(phone);
  await outbox.untilState('sent');
  twilio.moods.push({ kind: 'hang' });
  await outbox.queue(phone);
  await outbox.hasten();
  await vi.waitUntil(async () => (await outbox.rows()).every(({ state }) => state === 'sent'), patience);
  expect(twilio.taken).toHaveLength(2);
});

test('while Twilio cannot be reached, a text waits ever longer', async () => {
  await twilio.close();
  await open().queue(phone);
  const first = await outbox.hasten();
  const second = await outbox.hasten();
  expect(second).toBeGreaterThan(first);
  expect(await outbox.untilState('queued')).toMatchObject({ last_error: 'Twilio did not answer: ECONNREFUSED' });
});

test('what Twilio refuses for good has failed, and is not tried again', async () => {
  twilio.moods.push({ kind: 'refuse', status: 400, code: 21608 });
  await open().queue(phone);
  expect(await outbox.untilState('failed')).toMatchObject({ last_error: 'Twilio error 21608', attempts: 1 });
  expect(twilio.asked()).toBe(1);
});

test('after the last try it has failed, and the job is a dead letter', async () => {
  twilio.moods.push(...Array.from({ length: 13 }, () => ({ kind: 'refuse', status: 429 }) as const));
  await open().queue(phone);
  for (let tries = 1; tries <= 12; tries += 1) await outbox.hasten();
  expect(await outbox.untilState('failed')).toMatchObject({ attempts: 13, last_error: 'Twilio error 20429' });
  expect(twilio.taken).toEqual([]);
});

test('whoever has stopped our texts gets no other', async () => {
  twilio.moods.push({ kind: 'refuse', status: 400, code: 21610 });
  await open().queue(phone);
  await outbox.untilState('suppressed');
  expect(await outbox.queue({ channel: 'sms', recipient: '+1 512 555 0142' })).toBe('suppressed');
  expect(twilio.asked()).toBe(1);
});

test('a text that waited for its time is not sent to who stopped them meanwhile', async () => {
  const notBefore = new Date(Date.now() + 3_600_000);
  expect(await open().queue({ ...phone, notBefore })).toBe('queued');
  await insertSuppression(fresh.database, {
    channel: 'sms',
    recipient: '+15125550142',
    reason: 'stopped',
    at: new Date(),
  });
  expect(await outbox.hasten()).toBeGreaterThan(3500);
  await outbox.untilState('suppressed');
  expect(twilio.asked()).toBe(0);
});

test('a number that does not exist is told of, within the transaction that writes it down', async () => {
  const onBounce = vi.fn<NonNullable<DeliveryHooks['onBounce']>>(async (_context, transaction, { id, state }) => {
    const row = await transaction.selectFrom('messages').select('state').where('id', '=', id).executeTakeFirst();
    expect(row?.state).toBe(state);
  });
  twilio.moods.push({ kind: 'refuse', status: 400, code: 21211 });
  await open({}, { onBounce }).queue(phone);
  await outbox.untilState('bounced');
  expect(onBounce).toHaveBeenCalledOnce();
  expect(await outbox.queue(phone)).toBe('suppressed');
});

test('without a sender it is kept', async () => {
  expect(await open({ sms: undefined }).queue(phone)).toBe('kept');
  expect(await outbox.rows()).toMatchObject([{ state: 'kept', last_error: 'no sender for texts' }]);
});

test('while testing, only those on the list are written to', async () => {
  open({ onlyTo: ['+15125550142'] });
  expect(await outbox.queue({ channel: 'sms', recipient: '+15125550199' })).toBe('kept');
  expect(await outbox.queue(phone)).toBe('queued');
  await outbox.untilState('sent');
  expect(twilio.taken.map(({ to }) => to)).toEqual(['+15125550142']);
  expect(await outbox.rows()).toContainEqual(
    expect.objectContaining({ state: 'kept', last_error: 'the recipient is none of SEND_ONLY_TO' }),
  );
});

test('what is no phone number is not sent', async () => {
  expect(await open().queue({ channel: 'sms', recipient: 'none' })).toBe('suppressed');
});

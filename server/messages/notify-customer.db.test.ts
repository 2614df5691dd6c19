import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { emptyOutbox } from '../../test/support/outbox.ts';
import { seedNotices } from '../../test/support/seed-notices.ts';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { testContext } from '../../test/support/test-server.ts';
import type { AppContext } from '../app-context.ts';
import { insertConsent } from './consents-table.ts';
import { notifyCustomer, type CustomerNotice, type Via } from './notify-customer.ts';
import { phoneKey } from './phone-key.ts';
import { insertSuppression } from './suppressions-table.ts';

let fresh: FreshDatabase;
let context: AppContext;

beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(async () => {
  await emptyOutbox(fresh);
  await fresh.database.deleteFrom('customer_notices').execute();
  await fresh.database.deleteFrom('texting_consents').execute();
  context = { ...testContext(fresh, new MemoryRooms()), profile: demoStoreProfile };
});
afterEach(() => context.jobs.stop());
afterAll(() => fresh.drop());

const contact = { email: 'Customer@Email.com', phone: '(512) 555-0142' };
const [notice] = seedNotices.refunded;

function tell(told: Partial<CustomerNotice> = {}) {
  if (notice === undefined) throw new Error('There is a notice');
  const whole: CustomerNotice = {
    notice,
    order: { orderNumber: 'ORD-12345', contact },
    key: 'a change refunded',
    via: 'text_else_email',
    ...told,
  };
  return fresh.database.transaction().execute((transaction) => notifyCustomer(context, transaction, whole));
}

const answerTexting = (answer: 'yes' | 'no', phone = contact.phone) =>
  insertConsent(fresh.database, {
    phone_key: phoneKey(context.config.tokenSecret, phone),
    answer,
    call_id: 'call_1',
    turn_id: randomUUID(),
    asked: 'May I text you?',
    answered: answer,
    at: new Date(),
  });

const outbox = async () => {
  const rows = await fresh.database.selectFrom('messages').select(['channel', 'recipient', 'dedupe_key']).execute();
  return rows.map(({ channel, recipient }) => `${channel} ${recipient}`).sort();
};
const toBoth = ['email customer@email.com', 'sms +15125550142'];

test.each<[Via, string[]]>([
  ['text_else_email', ['sms +15125550142']],
  ['text_and_email', toBoth],
  ['text', ['sms +15125550142']],
  ['email', ['email customer@email.com']],
])('who agreed to texts is told via %s', async (via, sent) => {
  await answerTexting('yes', '+1 512 555 0142');
  await tell({ via });
  expect(await outbox()).toEqual(sent);
});

test.each(['nobody asked', 'no', 'stopped', 'no phone'] as const)(
  'without leave to text (%s) it goes by e-mail',
  async (why) => {
    if (why === 'no') await answerTexting('no');
    if (why === 'stopped') {
      await answerTexting('yes');
      await insertSuppression(fresh.database, {
        channel: 'sms',
        recipient: '+15125550142',
        reason: 'stopped',
        at: new Date(),
      });
    }
    const order = {
      orderNumber: 'ORD-12345',
      contact: why === 'no phone' ? { ...contact, phone: undefined } : contact,
    };
    await tell({ order });
    await tell({ order, via: 'text_and_email', key: 'another' });
    await tell({ order, via: 'text', key: 'a third' });
    expect(await outbox()).toEqual(['email customer@email.com', 'email customer@email.com']);
  },
);

test('a mailbox that bounced is not written to again', async () => {
  await insertSuppression(fresh.database, {
    channel: 'email',
    recipient: 'customer@email.com',
    reason: 'bounced',
    at: new Date(),
  });
  expect(await tell()).toEqual({ texted: false, emailed: false, isKept: false });
  expect(await outbox()).toEqual([]);
});

test('what a store cannot send is kept, and not told as sent', async () => {
  expect(await tell()).toEqual({ texted: false, emailed: false, isKept: true });
});

test('a notice whose transaction fails was not told', async () => {
  const failing = fresh.database.transaction().execute(async (transaction) => {
    if (notice === undefined) throw new Error('There is a notice');
    const order = { orderNumber: 'ORD-12345', contact };
    await notifyCustomer(context, transaction, { notice, order, key: 'a change refunded', via: 'email' });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await outbox()).toEqual([]);
  await tell();
  expect(await outbox()).toEqual(['email customer@email.com']);
});

test('however often and in whatever order a notice is told, also at the same moment, each channel has it once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          key: fc.constantFrom('one', 'two', 'three'),
          via: fc.constantFrom<Via>('text_else_email', 'text_and_email', 'text', 'email'),
          agrees: fc.boolean(),
          isAtOnce: fc.boolean(),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (tellings) => {
        const run = randomUUID();
        let running: Promise<unknown>[] = [];
        for (const { key, via, agrees, isAtOnce } of tellings) {
          if (agrees) await answerTexting('yes');
          running.push(tell({ key: `${run} ${key}`, via }));
          if (isAtOnce) continue;
          await Promise.all(running);
          running = [];
        }
        await Promise.all(running);
        const rows = await fresh.database
          .selectFrom('messages')
          .select(['dedupe_key', 'channel'])
          .where('dedupe_key', 'like', `${run}%`)
          .execute();
        const perChannel = rows.map(({ dedupe_key, channel }) => `${dedupe_key} ${channel}`);
        expect(new Set(perChannel).size).toBe(perChannel.length);
        // The first telling of a key decides by which ways; no later one adds to it.
        const notices = await fresh.database
          .selectFrom('customer_notices')
          .selectAll()
          .where('key', 'like', `${run}%`)
          .execute();
        expect(rows).toHaveLength(
          notices.reduce((sum, { texted, emailed }) => sum + Number(texted !== null) + Number(emailed !== null), 0),
        );
        expect(notices).toHaveLength(new Set(tellings.map(({ key }) => key)).size);
      },
    ),
    { numRuns: 15 },
  );
});

test('the same telling returns the same answer again', async () => {
  await answerTexting('yes');
  const first = await tell({ via: 'text_and_email' });
  await answerTexting('no');
  expect(await tell({ via: 'text_and_email' })).toEqual(first);
});

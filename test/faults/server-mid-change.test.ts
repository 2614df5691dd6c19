import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import type { Database } from '../../server/database/schema.ts';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { callerBeforeYes, type CancellableOrder, doneOf, wishToCancel } from '../support/cancelling-caller.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import { HeldTable } from '../support/held-table.ts';
import { patience } from '../support/patience.ts';
import { RoomCaller } from '../support/room-caller.ts';
import { twilioServer, type TwilioServer } from '../support/twilio-server.ts';

let folder: string;
let twilio: TwilioServer;
let stack: Stack;
let database: Kysely<Database>;
beforeAll(async () => {
  // What a database that is killed has acknowledged stays only where it is told to keep it.
  folder = await mkdtemp(join(tmpdir(), 'orderline-test-'));
  twilio = await twilioServer();
  stack = await startStack({
    parts: ['database', 'livekit', 'server', 'worker'],
    dataFolder: folder,
    environment: bareEnvironment(),
    serverEnvironment: {
      TWILIO_API_URL: twilio.url,
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_FROM: twilio.from,
    },
  });
  database = connectDatabase(stack.urls.database);
});
afterAll(async () => {
  await database.destroy();
  await stack.stop();
  await twilio.close();
  await rm(folder, { recursive: true, force: true });
});

const left = (order: CancellableOrder) => changesLeft(database, order);
const untilDone = (order: CancellableOrder) =>
  vi.waitFor(async () => expect(await left(order)).toEqual(cancelledOnce), patience);
const textsAbout = (order: CancellableOrder) => twilio.taken.map(({ body }) => body).filter((of) => of.includes(order));

let caller: RoomCaller | undefined;
afterEach(() => caller?.hangUp());

/** The yes of a caller whose change then stops in the middle of its transaction, until `messages` is released. */
async function stopAmidChange(agreeing: RoomCaller): Promise<HeldTable> {
  const messages = await HeldTable.hold(stack.urls.database, 'messages');
  await agreeing.type('yes please');
  await messages.untilAwaited();
  return messages;
}

/** That it is done, once it is; or, where all that takes long, that a message will tell. */
async function hearOutcome({ transcript }: RoomCaller, order: CancellableOrder): Promise<void> {
  const said = await transcript.agentSays(/is cancelled|can't see right now whether that went through/);
  if (said.includes(doneOf(order))) expect(await left(order)).toEqual(cancelledOnce);
}

test.each([
  ['server', 'ORD-10003', { mayText: 'Yes' }],
  ['database', 'ORD-10004', { mayText: 'not asked' }],
] as const)(
  'a %s killed in the middle of a change: nothing is half done, it is done once, and the call goes on',
  async (part, order, wish) => {
    caller = await callerBeforeYes(stack.urls.server, order, wish);
    const messages = await stopAmidChange(caller);
    process.kill(stack.parts[part]?.pid ?? 0, 'SIGKILL');
    await messages.release();
    await hearOutcome(caller, order);
    await untilDone(order);
    await caller.type("No, that's all. Bye!");
    await caller.hungUp();
    expect(await left(order)).toEqual(cancelledOnce);
  },
);

test('whom a stalled database keeps waiting hears so; who hangs up then has the change made, and one text of it', async () => {
  const order = 'ORD-10005';
  caller = await RoomCaller.call(stack.urls.server);
  const { transcript } = caller;
  await transcript.agentSays('?');

  const orders = await HeldTable.hold(stack.urls.database, 'orders', 'all');
  const beforeYes = wishToCancel(caller, order, { mayText: 'Yes' });
  await orders.untilAwaited();
  await transcript.agentSays('One moment, please.');
  await orders.release();
  await beforeYes;

  const messages = await stopAmidChange(caller);
  const said = await transcript.agentSays("I can't see right now whether that went through");
  expect(said).toMatch(/One moment, please\..+I'm still working on it/);
  expect(said).not.toContain(doneOf(order));
  await caller.hangUp();
  await messages.release();
  await untilDone(order);
  await vi.waitUntil(() => textsAbout(order).length > 0, patience);
});

test('each was texted once of what was done, and nothing else', () => {
  const cancelled = (order: string) => expect.stringMatching(new RegExp(`${order}.+cancelled`)) as string;
  expect(twilio.taken.map(({ body }) => body)).toEqual([cancelled('ORD-10003'), cancelled('ORD-10005')]);
  expect(twilio.asked()).toBe(2);
});

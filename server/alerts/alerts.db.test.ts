import { alertEvent, type AlertsResponse } from '@orderline/contract/alert.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { hastenJob } from '../../test/support/waiting-jobs.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import {
  joinTestCall,
  openTestCall,
  testContext,
  testServer,
  type TestServer,
} from '../../test/support/test-server.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { WebhookReceiver } from '../../test/support/webhook-receiver.ts';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import { JobQueue } from '../database/job-queue.ts';
import { insertFailure } from '../identity/failed-lookups-table.ts';
import { raiseAlert } from './raise-alert.ts';
import { recoverAlert } from './recover-alert.ts';
import { alertWebhookJob } from './tell-of-alert.ts';
import { watchService } from './watch-service.ts';

const minuteMs = 60_000;
let database: FreshDatabase;
let receiver: WebhookReceiver;
let server: TestServer;
let staff: SignedInTestStaff;
let context: AppContext;
/** How far the clock of the alerts is ahead of the machine's, by which jobs die. */
let aheadMs = 0;

beforeAll(async () => {
  database = await freshDatabase();
  receiver = await WebhookReceiver.start();
  const alerts = { alertWebhook: receiver.endpoint(), alertEmail: 'owner@store.example' };
  server = await testServer(database, { config: alerts });
  await server.app.ready();
  await leaveOutSweep();
  staff = await signInTestStaff(server);
  const base = testContext(database, new MemoryRooms());
  context = {
    ...base,
    config: { ...base.config, ...alerts },
    clock: () => new Date(Date.now() + aheadMs),
    profile: demoStoreProfile,
  };
});
afterAll(async () => {
  await server.app.close();
  await receiver.stop();
  await database.drop();
});
/** These tests look at the service when they want to, and nobody else does. */
const leaveOutSweep = () =>
  vi.waitUntil(async () => {
    const { numAffectedRows } = await sql`delete from pgboss.schedule where name = 'watch-service'`.execute(
      database.database,
    );
    return numAffectedRows === 1n;
  }, patience);

beforeEach(async () => {
  aheadMs = 0;
  receiver.received.length = 0;
  receiver.answer = { status: 204 };
  for (const table of ['alerts', 'messages', 'calls'] as const) await database.database.deleteFrom(table).execute();
  await sql`delete from pgboss.job where state = 'failed'`.execute(database.database);
});

const told = () => receiver.received.map(({ body }) => alertEvent.parse(JSON.parse(body)));
const onDesk = async () => (await staff.get('/api/desk/alerts')).json<AlertsResponse>().alerts;
const mails = () => database.database.selectFrom('messages').select(['recipient', 'subject', 'text']).execute();

test('an alert reaches webhook, e-mail and desk, and so does its end', async () => {
  await raiseAlert(context, { kind: 'no_worker', detail: '2 calls wait.' });
  const [webhook] = await receiver.waitFor(1);
  expect(webhook !== undefined && receiver.isSigned(webhook)).toBe(true);
  expect(told()).toMatchObject([{ type: 'alert.raised', data: { kind: 'no_worker', detail: '2 calls wait.' } }]);
  expect(await onDesk()).toMatchObject([{ kind: 'no_worker', detail: '2 calls wait.' }]);

  await recoverAlert(context, 'no_worker');
  await recoverAlert(context, 'no_worker');
  await receiver.waitFor(2);
  expect(told()[1]).toMatchObject({ type: 'alert.recovered', data: { kind: 'no_worker' } });
  expect((await onDesk())[0]?.recovered_at).toBeDefined();
  expect((await mails()).map(({ recipient, subject }) => `${recipient} ${subject ?? ''}`).sort()).toEqual([
    'owner@store.example Juniper Row: No agent joins the calls',
    'owner@store.example Juniper Row: No agent joins the calls (over)',
  ]);
});

test('of each kind somebody is told at most once an hour, however often it comes and goes', async () => {
  const raise = (kind: 'no_worker' | 'dead_letters' = 'no_worker') =>
    raiseAlert(context, { kind, detail: 'It is wrong.' });
  await Promise.all([raise(), raise(), raise()]);
  await recoverAlert(context, 'no_worker');
  aheadMs = 30 * minuteMs;
  await raise();
  await recoverAlert(context, 'no_worker');
  await raise();
  await raise('dead_letters');
  await receiver.waitFor(3);
  expect(
    told()
      .map(({ type, data: { kind } }) => `${type} ${kind}`)
      .sort(),
  ).toEqual(['alert.raised dead_letters', 'alert.raised no_worker', 'alert.recovered no_worker']);
  aheadMs = 61 * minuteMs;
  await raise();
  await receiver.waitFor(4);
  expect(await onDesk()).toHaveLength(4);
});

test('an alert that cannot be told is told later', async () => {
  receiver.answer = { status: 500 };
  await raiseAlert(context, { kind: 'crm_gone', detail: 'It is gone.' });
  await receiver.waitFor(1);
  receiver.answer = { status: 204 };
  await vi.waitFor(async () => expect(await hastenJob(database, alertWebhookJob)).toBeGreaterThan(1), patience);
  const [first, second] = await receiver.waitFor(2);
  expect(second?.id).toBe(first?.id);
});

test('calls that no agent joins raise an alert, and the next one that is joined ends it', async () => {
  const { id } = await openTestCall(server.app);
  await watchService(context);
  expect(await onDesk()).toEqual([]);
  await database.database.updateTable('calls').set({ dispatches: 4 }).where('id', '=', id).execute();
  await watchService(context);
  await watchService(context);
  expect(await onDesk()).toMatchObject([{ kind: 'no_worker', detail: expect.stringContaining('1 call') as string }]);

  await database.database
    .updateTable('calls')
    .set({ ended_at: new Date(0), end_reason: 'customer_left' })
    .execute();
  await watchService(context);
  expect((await onDesk())[0]).not.toHaveProperty('recovered_at');
  const next = await openTestCall(server.app);
  await joinTestCall(server.app, next.id);
  await watchService(context);
  expect((await onDesk())[0]).toHaveProperty('recovered_at');
});

test('a call that ended unanswered between two looks is seen too', async () => {
  const { id } = await openTestCall(server.app);
  const ended = { dispatches: 5, ended_at: new Date(), end_reason: 'customer_left' } as const;
  await database.database.updateTable('calls').set(ended).where('id', '=', id).execute();
  await watchService(context);
  expect(await onDesk()).toMatchObject([{ kind: 'no_worker' }]);
});

test('a job that has failed for the last time raises an alert, which ends an hour later', async () => {
  const jobs = new JobQueue({ database: database.database, databaseUrl: database.url, log: context.log });
  const handler = () => Promise.reject(new Error('no such thing'));
  jobs.work('doomed', { schema: z.object({}), handler, retries: 0 });
  jobs.start();
  await jobs.send(database.database, { name: 'doomed', id: jobId('doomed', '1'), data: {} });
  await vi.waitFor(async () => {
    await watchService(context);
    expect(await onDesk()).toMatchObject([
      { kind: 'dead_letters', detail: expect.stringContaining('doomed (1)') as string },
    ]);
  }, patience);
  await jobs.stop();
  aheadMs = 61 * minuteMs;
  await watchService(context);
  expect((await onDesk())[0]).toHaveProperty('recovered_at');
});

test('many failed lookups raise an alert, without a word of who or what', async () => {
  const { id } = await openTestCall(server.app);
  const fail = (count: number) =>
    insertFailure(
      database.database,
      { callId: id, originKey: `origin ${count}`, orderKey: `order ${count}`, factorKey: `factor ${count}` },
      { isCounted: true, at: context.clock() },
    );
  await Promise.all(Array.from({ length: 49 }, (_, count) => fail(count)));
  await watchService(context);
  expect(await onDesk()).toEqual([]);
  await fail(49);
  await watchService(context);
  expect(await onDesk()).toMatchObject([
    { kind: 'failed_lookups', detail: '50 failed lookups within an hour: someone may be guessing orders.' },
  ]);
});

test('only staff see alerts', async () => {
  expect((await server.app.inject('/api/desk/alerts')).statusCode).toBe(401);
});

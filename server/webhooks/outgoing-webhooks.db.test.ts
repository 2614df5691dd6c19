import type { WebhooksResponse, WebhookView } from '@orderline/contract/desk-webhook.ts';
import { outgoingEvent } from '@orderline/contract/outgoing-event.ts';
import fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { hastenJob } from '../../test/support/waiting-jobs.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { WebhookReceiver } from '../../test/support/webhook-receiver.ts';
import { JobQueue } from '../database/job-queue.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { announceOutcome, type Outcome } from './announce-outcome.ts';
import { forgetWebhooks } from './forget-webhooks.ts';
import { crmWebhookJob } from './queue-webhook.ts';

const at = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let receiver: WebhookReceiver;
let server: TestServer;
let staff: SignedInTestStaff;
let announced = 0;

beforeAll(async () => {
  database = await freshDatabase();
  receiver = await WebhookReceiver.start();
  server = await testServer(database, { clock: () => at, config: { crmWebhook: receiver.endpoint() } });
  await server.app.ready();
  staff = await signInTestStaff(server);
});
afterAll(async () => {
  await server.app.close();
  await receiver.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.database.deleteFrom('outgoing_webhooks').execute();
  await database.database.deleteFrom('gone_endpoints').execute();
  receiver.received.length = 0;
  receiver.answer = { status: 204 };
});

const { log } = fastify({ logger: false });
const context = () => ({
  config: server.config,
  clock: server.clock,
  jobs: new JobQueue({ database: database.database, databaseUrl: database.url, log }),
});

/** A return that nobody has announced yet. */
function anotherReturn(): Outcome {
  announced += 1;
  return {
    event: 'return.requested',
    id: `change ${announced}`,
    data: {
      order_number: 'ORD-12345',
      rma: `RMA-${announced}`,
      lines: [{ line: 1, name: 'Classic Tee - Navy, Size M', quantity: 1, sku: 'TEE-NVY-M' }],
      reason: 'size',
      ship_by: '2026-03-12',
    },
  };
}
const announce = (outcome: Outcome) =>
  database.database.transaction().execute((transaction) => announceOutcome(context(), transaction, outcome));

const desk = async (query = '') => (await staff.get(`/api/desk/webhooks${query}`)).json<WebhooksResponse>().webhooks;
const untilState = (state: WebhookView['state']) =>
  vi.waitFor(async () => {
    const [webhook] = await desk();
    expect(webhook).toMatchObject({ state });
    return webhook;
  }, patience);

test('tells the CRM of an outcome, signed, and in the form that the contract promises', async () => {
  await announce(anotherReturn());
  const [webhook] = await receiver.waitFor(1);
  expect(webhook === undefined ? undefined : receiver.isSigned(webhook)).toBe(true);
  const told = outgoingEvent.parse(JSON.parse(webhook?.body ?? ''));
  expect(told).toMatchObject({ type: 'return.requested', timestamp: at.toISOString(), data: { reason: 'size' } });
  expect(await untilState('delivered')).toMatchObject({ id: webhook?.id, tries: 1, settled_at: at.toISOString() });
});

test('a call that has ended is told with what it came to, once', async () => {
  await seedDemoOrders(database.database, { now: at, timeZone: 'America/New_York' });
  const call = await orderCall(server);
  await call.lookUp({ order_number: 'ORD-12345', verification: { email: 'customer@email.com' } });
  const unproved = await orderCall(server, '203.0.113.2');
  for (const { post, id } of [call, unproved, call]) await post(`/api/calls/${id}/end`, { reason: 'goodbye' });
  const told = (await receiver.waitFor(2)).map(({ body }) => outgoingEvent.parse(JSON.parse(body)).data);
  const ofBoth = { channel: 'web', reason: 'goodbye', duration_seconds: 0 };
  expect(told).toHaveLength(2);
  expect(told).toEqual(
    expect.arrayContaining([
      {
        ...ofBoth,
        call_id: call.id,
        order_numbers: ['ORD-12345'],
        outcome: 'solved',
        summary: 'Verified ORD-12345. Heard how it stands. Ended with a goodbye.',
      },
      {
        ...ofBoth,
        call_id: unproved.id,
        order_numbers: [],
        outcome: 'unsolved',
        summary: 'No order was verified. Ended with a goodbye.',
      },
    ]),
  );
});

test('what is announced twice is told once', async () => {
  const outcome = anotherReturn();
  await Promise.all([announce(outcome), announce(outcome)]);
  await announce(outcome);
  await announce(anotherReturn());
  await receiver.waitFor(2);
  expect(await desk()).toHaveLength(2);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(2);
});

test('what is rolled back is not told', async () => {
  const rolledBack = database.database.transaction().execute(async (transaction) => {
    await announceOutcome(context(), transaction, anotherReturn());
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow();
  await announce(anotherReturn());
  const [webhook] = await receiver.waitFor(1);
  expect(JSON.parse(webhook?.body ?? '')).toMatchObject({ data: { rma: `RMA-${announced}` } });
  expect(await desk()).toHaveLength(1);
});

test('tells nobody where no CRM is configured', async () => {
  const without = { ...context(), config: { ...server.config, crmWebhook: undefined } };
  await announceOutcome(without, database.database, anotherReturn());
  expect(await desk()).toEqual([]);
});

test('an endpoint that fails is told later, under the same id, signed anew', async () => {
  receiver.answer = { status: 500 };
  await announce(anotherReturn());
  await receiver.waitFor(1);
  await vi.waitFor(async () => expect(await desk()).toMatchObject([{ tries: 1, failure: 'answered 500' }]), patience);
  receiver.answer = { status: 200 };
  await vi.waitFor(async () => expect(await hastenJob(database, crmWebhookJob)).toBeGreaterThan(1), patience);
  const [first, second] = await receiver.waitFor(2);
  expect(second?.id).toBe(first?.id);
  expect(second?.body).toBe(first?.body);
  expect(await untilState('delivered')).toMatchObject({ tries: 2 });
});

test('an endpoint that says when to come back is believed', async () => {
  receiver.answer = { status: 429, headers: { 'retry-after': '900' } };
  await announce(anotherReturn());
  await receiver.waitFor(1);
  receiver.answer = { status: 200 };
  const waited = await vi.waitFor(async () => {
    const seconds = await hastenJob(database, crmWebhookJob);
    expect(seconds).toBeDefined();
    return seconds;
  }, patience);
  expect(waited).toBeGreaterThan(800);
  await untilState('delivered');
});

test('an endpoint that is gone is told nothing more, until staff try it again', async () => {
  receiver.answer = { status: 410 };
  await announce(anotherReturn());
  const dead = await untilState('dead');
  expect(dead?.failure).toContain('410');

  receiver.answer = { status: 204 };
  await announce(anotherReturn());
  await vi.waitFor(async () => expect(await desk('?state=dead')).toHaveLength(2), patience);
  expect(receiver.received).toHaveLength(1);

  const retried = await staff.post(`/api/desk/webhooks/${dead?.id ?? ''}/retry`);
  expect(retried.json()).toMatchObject({ id: dead?.id, state: 'waiting' });
  await receiver.waitFor(2);
  await vi.waitFor(async () => expect(await desk('?state=delivered')).toMatchObject([{ id: dead?.id }]), patience);
  await announce(anotherReturn());
  await receiver.waitFor(3);
});

test('what cannot be told in a day is dead, and stands on the desk', async () => {
  receiver.answer = { status: 500 };
  await announce(anotherReturn());
  await receiver.waitFor(1);
  await vi.waitFor(async () => {
    const { numAffectedRows } =
      await sql`update pgboss.job set retry_count = retry_limit - 1 where name = ${crmWebhookJob} and state = 'retry'`.execute(
        database.database,
      );
    expect(numAffectedRows).toBe(1n);
  }, patience);
  await hastenJob(database, crmWebhookJob);
  expect(await untilState('dead')).toMatchObject({ tries: 2, failure: 'answered 500' });
});

test('only what is dead is sent again, only by staff, and it is written down', async () => {
  await announce(anotherReturn());
  const webhook = await untilState('delivered');
  const retry = `/api/desk/webhooks/${webhook?.id ?? ''}/retry`;
  expect((await staff.post(retry)).json()).toMatchObject({ state: 'delivered' });
  expect(receiver.received).toHaveLength(1);

  const qa = await signInTestStaff(server, 'qa');
  expect((await qa.post(retry)).statusCode).toBe(403);
  expect((await qa.get('/api/desk/webhooks')).statusCode).toBe(200);
  expect((await server.app.inject('/api/desk/webhooks')).statusCode).toBe(401);
  const unknown = '/api/desk/webhooks/00000000-0000-4000-8000-000000000000/retry';
  expect((await staff.post(unknown)).json()).toMatchObject({ status: 404, code: 'not_found' });

  const { entries } = (await staff.get('/api/desk/audit')).json<{ entries: { act: string }[] }>();
  expect(entries.filter(({ act }) => act === 'webhook.resent')).toHaveLength(1);
});

test('what is told is described to those who are told', () => {
  const { webhooks, paths } = server.app.swagger() as unknown as { webhooks: object; paths: object };
  expect(Object.keys(webhooks)).toEqual([
    ...outgoingEvent.def.options.map(({ def }) => def.shape.type.def.values[0]),
    'alert',
  ]);
  expect(JSON.stringify(webhooks)).toContain('"changed_mind"');
  expect(JSON.stringify(paths)).toContain('order.out_for_delivery');
});

test('the desk reads page by page', async () => {
  for (let count = 0; count < 3; count += 1) await announce(anotherReturn());
  const first = (await staff.get('/api/desk/webhooks?limit=2')).json<WebhooksResponse>();
  const rest = (await staff.get(`/api/desk/webhooks?limit=2&before=${first.next ?? ''}`)).json<WebhooksResponse>();
  expect([...first.webhooks, ...rest.webhooks].map(({ body }) => /RMA-\d+/.exec(body)?.[0])).toEqual(
    [announced, announced - 1, announced - 2].map((number) => `RMA-${number}`),
  );
  expect(rest.next).toBeUndefined();
});

test('what was settled more than 30 days ago is forgotten', async () => {
  await announce(anotherReturn());
  await untilState('delivered');
  const in29Days = () => new Date(at.getTime() + 29 * 86_400_000);
  const in31Days = () => new Date(at.getTime() + 31 * 86_400_000);
  await forgetWebhooks({ database: database.database, clock: in29Days });
  expect(await desk()).toHaveLength(1);
  await forgetWebhooks({ database: database.database, clock: in31Days });
  expect(await desk()).toEqual([]);
});

import fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { hastenJob } from '../../test/support/waiting-jobs.ts';
import { deadJobs } from './dead-jobs.ts';
import { jobId } from './job-id.ts';
import { JobQueue } from './job-queue.ts';
import { RetryLaterError } from './retry-later-error.ts';
import type { JobAttempt } from './run-job.ts';

let fresh: FreshDatabase;
let queues: JobQueue[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.stop()));
  queues = [];
});
afterAll(() => fresh.drop());

const { log } = fastify({ logger: false });
const note = z.object({ key: z.string() });

function jobQueue(databaseUrl = fresh.url): JobQueue {
  const queue = new JobQueue({ database: fresh.database, databaseUrl, log });
  queues.push(queue);
  return queue;
}

const send = (queue: JobQueue, name: string, key: string) =>
  queue.send(fresh.database, { name, id: jobId(name, key), data: { key } });

/** A queue that runs, and what its handler was given. */
function worker(name: string, handle: (key: string, attempt: JobAttempt) => Promise<void> = () => Promise.resolve()) {
  const seen: string[] = [];
  const queue = jobQueue();
  const handler = ({ key }: { key: string }, attempt: JobAttempt) => {
    seen.push(key);
    return handle(key, attempt);
  };
  queue.work(name, { schema: note, handler });
  queue.start();
  return { queue, seen };
}

const untilSeen = (seen: string[], keys: string[]) =>
  vi.waitFor(() => expect([...seen].sort()).toEqual([...keys].sort()), patience);

test('a job runs once its transaction is committed, and never when that is rolled back', async () => {
  const { queue, seen } = worker('commit');
  await fresh.database
    .transaction()
    .execute(async (transaction) => {
      await queue.send(transaction, { name: 'commit', id: jobId('commit', 'no'), data: { key: 'no' } });
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await fresh.database.transaction().execute(async (transaction) => {
    await queue.send(transaction, { name: 'commit', id: jobId('commit', 'yes'), data: { key: 'yes' } });
  });
  await untilSeen(seen, ['yes']);
});

test('a job that was sent is not sent again, not even when it is done', async () => {
  const { queue, seen } = worker('once');
  expect(await Promise.all([send(queue, 'once', 'a'), send(queue, 'once', 'a')])).toContain(false);
  await untilSeen(seen, ['a']);
  expect(await send(queue, 'once', 'a')).toBe(false);
  expect(await send(queue, 'once', 'b')).toBe(true);
  await untilSeen(seen, ['a', 'b']);
});

test('what was sent before any server worked on it is not lost', async () => {
  await send(jobQueue(), 'early', 'a');
  const { seen } = worker('early');
  await untilSeen(seen, ['a']);
});

test('each job is run by one of several servers', async () => {
  const first = worker('shared');
  const servers = [first, worker('shared'), worker('shared')];
  const keys = Array.from({ length: 12 }, (_, index) => `${index}`);
  await Promise.all(keys.map((key) => send(first.queue, 'shared', key)));
  await vi.waitFor(() => expect(servers.flatMap(({ seen }) => seen)).toHaveLength(12), patience);
  expect(new Set(servers.flatMap(({ seen }) => seen)).size).toBe(12);
});

test('a job that fails is tried again later, and later still', async () => {
  const { queue, seen } = worker('fails', () => Promise.reject(new Error('not yet')));
  await send(queue, 'fails', 'a');
  const waited: number[] = [];
  for (const tries of [1, 2, 3]) {
    await vi.waitFor(async () => {
      expect(seen).toHaveLength(tries);
      const seconds = await hastenJob(fresh, 'fails');
      expect(seconds).toBeDefined();
      waited.push(seconds ?? 0);
    }, patience);
  }
  const [first = 0, second = 0, third = 0] = waited;
  expect(first).toBeGreaterThan(1);
  expect(second).toBeGreaterThan(first);
  expect(third).toBeGreaterThan(second);
});

test('a handler may say when to come back', async () => {
  const { queue, seen } = worker('later', (_key, { attempt }) =>
    attempt === 1 ? Promise.reject(new RetryLaterError('told to wait', 90)) : Promise.resolve(),
  );
  await send(queue, 'later', 'a');
  await vi.waitFor(async () => {
    const seconds = await hastenJob(fresh, 'later');
    expect(seconds).toBeDefined();
    expect(seconds).toBeGreaterThan(80);
  }, patience);
  await untilSeen(seen, ['a', 'a']);
});

test('the last failure is told, and the job stays to be seen without what it said of people', async () => {
  const dead: string[] = [];
  const queue = jobQueue();
  const attempts: JobAttempt[] = [];
  const handler = (_data: unknown, attempt: JobAttempt) => {
    attempts.push(attempt);
    return Promise.reject(Object.assign(new Error('refused'), { detail: 'maya@example.com' }));
  };
  queue.work('dies', {
    schema: note,
    handler,
    retries: 1,
    whenDead: ({ key }) => {
      dead.push(key);
      return Promise.resolve();
    },
  });
  queue.start();
  await send(queue, 'dies', 'a');
  await vi.waitFor(async () => {
    expect(await hastenJob(fresh, 'dies')).toBeDefined();
  }, patience);
  await untilSeen(dead, ['a']);
  expect(attempts.map(({ attempt, isLast }) => ({ attempt, isLast }))).toEqual([
    { attempt: 1, isLast: false },
    { attempt: 2, isLast: true },
  ]);
  const rows = await deadJobs(fresh.database, { since: new Date(0) });
  expect(rows).toMatchObject([{ name: 'dies', id: jobId('dies', 'a'), tries: 2, reason: 'refused' }]);
  const stored = await sql<{ text: string }>`select output::text as text from pgboss.job where name = 'dies'`.execute(
    fresh.database,
  );
  expect(JSON.stringify(stored.rows)).not.toContain('maya');
});

test('data of another form is not tried again', async () => {
  const { queue, seen } = worker('form');
  await queue.send(fresh.database, { name: 'form', id: jobId('form', 'a'), data: { other: 1 } });
  await vi.waitFor(async () => {
    expect(await deadJobs(fresh.database, { since: new Date(0) })).toContainEqual(
      expect.objectContaining({ name: 'form', tries: 1 }),
    );
  }, patience);
  expect(seen).toEqual([]);
});

test('stopping waits for the handler that runs', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
  const { queue, seen } = worker('slow', () => gate);
  await send(queue, 'slow', 'a');
  await untilSeen(seen, ['a']);
  let isStopped = false;
  const stopping = queue.stop().then(() => (isStopped = true));
  expect(isStopped).toBe(false);
  open(undefined);
  await stopping;
  const { rows } = await sql<{ state: string }>`select state from pgboss.job where name = 'slow'`.execute(
    fresh.database,
  );
  expect(rows).toEqual([{ state: 'completed' }]);
});

test('goes on after all its connections were cut', async () => {
  const { queue, seen } = worker('cut');
  await send(queue, 'cut', 'before');
  await untilSeen(seen, ['before']);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'orderline jobs' and datname = current_database()`.execute(fresh.database);
  await send(queue, 'cut', 'after');
  await untilSeen(seen, ['before', 'after']);
});

test('begins when the database comes, and can be stopped before that', async () => {
  const away = jobQueue('postgres://nobody@127.0.0.1:9/nothing');
  away.work('away', { schema: note, handler: () => Promise.resolve() });
  away.start();
  await expect(away.stop()).resolves.toBeUndefined();
});

test('a sweep is scheduled, and not made twice while one waits or runs', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
  const queue = jobQueue();
  let sweeps = 0;
  queue.every('sweep', '0 4 1 1 *', () => {
    sweeps += 1;
    return gate;
  });
  queue.start();
  await vi.waitFor(async () => {
    const { rows } = await sql`select cron from pgboss.schedule where name = 'sweep'`.execute(fresh.database);
    expect(rows).toEqual([{ cron: '0 4 1 1 *' }]);
  }, patience);
  expect(await send(queue, 'sweep', 'a')).toBe(true);
  await vi.waitFor(() => expect(sweeps).toBe(1), patience);
  expect(await send(queue, 'sweep', 'b')).toBe(false);
  open(undefined);
});

test('two handlers of one name are a mistake', () => {
  const queue = jobQueue();
  const work = { schema: note, handler: () => Promise.resolve() };
  queue.work('twice', work);
  expect(() => queue.work('twice', work)).toThrow('twice');
});

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { PostgresSignals, sendSignal } from './signals.ts';

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** Listens on `channel`; `heard` grows. */
function listener(channel: string) {
  const heard: string[] = [];
  const signals = new PostgresSignals(fresh.url);
  const stopHearing = signals.on(channel, (payload) => heard.push(payload));
  signals.start();
  return { heard, signals, stopHearing };
}

/** Sent until heard: whether a listener is connected yet shows only in its hearing. */
const untilHeard = (heard: string[], payload: string) =>
  vi.waitUntil(async () => {
    await sendSignal(fresh.database, 'news', payload);
    return heard.includes(payload);
  }, patience);

test('reaches every process that listens on the channel, and no other channel', async () => {
  const [one, two, other] = [listener('news'), listener('news'), listener('gossip')];
  await Promise.all([untilHeard(one.heard, 'hello'), untilHeard(two.heard, 'hello')]);
  expect(other.heard).toEqual([]);
  await Promise.all([one, two, other].map(({ signals }) => signals.stop()));
});

test('leaves with its transaction, or not at all', async () => {
  const { heard, signals } = listener('news');
  await untilHeard(heard, 'ready');
  await fresh.database
    .transaction()
    .execute(async (transaction) => {
      await sendSignal(transaction, 'news', 'rolled back');
      throw new Error('no');
    })
    .catch(() => undefined);
  await untilHeard(heard, 'committed');
  expect(heard).not.toContain('rolled back');
  await signals.stop();
});

test('listens again after its connection was cut', async () => {
  const { heard, signals } = listener('news');
  await untilHeard(heard, 'before');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'orderline signals'`.execute(
    fresh.database,
  );
  await untilHeard(heard, 'after');
  await signals.stop();
});

test('can be stopped while the database is away', async () => {
  const signals = new PostgresSignals('postgres://nobody@127.0.0.1:9/nothing');
  signals.on('news', () => undefined);
  signals.start();
  await expect(signals.stop()).resolves.toBeUndefined();
});

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { testContext } from '../../test/support/test-server.ts';
import type { AppContext } from '../app-context.ts';
import { sweepExpired } from './sweep-expired.ts';

const now = new Date('2026-03-08T15:00:00Z');
const dayMs = 86_400_000;
let database: FreshDatabase;
let context: AppContext;

beforeAll(async () => {
  database = await freshDatabase();
  const profile = demoStoreProfile();
  context = { ...testContext(database, new MemoryRooms()), clock: () => now, profile: () => profile };
});
afterAll(() => database.drop());

const run = (statement: ReturnType<typeof sql>) => statement.execute(database.database);

const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by 1`.execute(
    database.database,
  );
  return rows;
}

async function insertCall(id: string, opened: Date, isEnded = true) {
  await run(sql`insert into calls (id, channel, customer_identity, origin_key, opened_at, ended_at, end_reason)
    values (${id}, 'web', 'visitor', 'ip', ${opened}, ${isEnded ? opened : null}, ${isEnded ? 'goodbye' : null})`);
}

test('transcripts go after thirty days, in batches, and by which tools the calls were served stays', async () => {
  for (const [id, days] of [
    ['old', 31],
    ['young', 29],
  ] as const) {
    await insertCall(id, daysAgo(days));
    for (let event = 0; event < 5; event += 1) {
      await run(sql`insert into call_events (call_id, id, kind, event, stored_at)
        values (${id}, ${`turn ${event}`}, 'turn', '{"text": "hello"}', ${daysAgo(days)})`);
    }
    await run(sql`insert into call_events (call_id, id, kind, event, stored_at)
      values (${id}, 'tool', 'tool_call', '{"name": "search_knowledge"}', ${daysAgo(days)})`);
  }
  await sweepExpired(context, { limit: 2 });
  expect(new Set((await rowsOf('call_events')).map(({ call_id }) => call_id))).toEqual(new Set(['young']));
  expect(await rowsOf('call_tools')).toEqual([{ call_id: 'old', tool: 'search_knowledge' }]);
  expect((await rowsOf('calls')).map(({ id }) => id)).toEqual(['old', 'young']);
});

test('calls go after thirteen months with all that hangs on them, unless they go on', async () => {
  await insertCall('ancient', new Date('2025-02-08T14:59:00Z'));
  await insertCall('endless', new Date('2025-02-08T14:59:00Z'), false);
  await insertCall('last year', new Date('2025-02-08T15:01:00Z'));
  await run(sql`insert into verified_orders (call_id, order_number, verified_at)
    values ('ancient', 'ORD-1', ${daysAgo(400)}), ('last year', 'ORD-2', ${daysAgo(393)})`);
  await sweepExpired(context, { limit: 1 });
  const calls = (await rowsOf('calls')).map(({ id }) => id);
  expect(calls).not.toContain('ancient');
  expect(calls).toEqual(expect.arrayContaining(['endless', 'last year']));
  expect((await rowsOf('verified_orders')).map(({ call_id }) => call_id)).toEqual(['last year']);
});

test('of a message that left, what it said and to whom goes after thirty days; that it left goes with the calls', async () => {
  for (const [key, days, state] of [
    ['a ancient', 400, 'sent'],
    ['b old', 31, 'sent'],
    ['c waiting', 31, 'queued'],
    ['d young', 29, 'sent'],
  ] as const) {
    await run(sql`insert into messages (dedupe_key, kind, channel, recipient, text, state, asked_at)
      values (${key}, 'receipt', 'email', 'me@example.com', 'Dear me', ${state}, ${daysAgo(days)})`);
    await run(sql`insert into customer_notices (key, order_number, notice, email, told_at)
      values (${key}, 'ORD-1', '{"kind": "receipt", "lines": []}', 'me@example.com', ${daysAgo(days)})`);
  }
  await sweepExpired(context);
  const { rows: messages } = await sql`
    select dedupe_key, recipient, text, state from messages order by dedupe_key`.execute(database.database);
  expect(messages).toEqual([
    { dedupe_key: 'b old', recipient: '', text: '', state: 'sent' },
    { dedupe_key: 'c waiting', recipient: 'me@example.com', text: 'Dear me', state: 'queued' },
    { dedupe_key: 'd young', recipient: 'me@example.com', text: 'Dear me', state: 'sent' },
  ]);
  expect((await rowsOf('customer_notices')).map(({ key, notice, email }) => ({ key, notice, email }))).toEqual([
    { key: 'b old', notice: { kind: 'receipt' }, email: null },
    { key: 'c waiting', notice: { kind: 'receipt' }, email: null },
    { key: 'd young', notice: { kind: 'receipt', lines: [] }, email: 'me@example.com' },
  ]);
});

test('failed attempts go after a day, and what is over of sessions and idempotency keys', async () => {
  await insertCall('guesser', daysAgo(2));
  await run(sql`insert into failed_lookups (call_id, origin_key, order_key, factor_key, is_counted, failed_at)
    values ('guesser', 'old', 'o', 'f', true, ${daysAgo(1.1)}), ('guesser', 'young', 'o', 'f', true, ${daysAgo(0.9)})`);
  await run(sql`insert into staff_sign_in_failures (account_key, origin_key, failed_at)
    values ('old', 'ip', ${daysAgo(1.1)}), ('young', 'ip', ${daysAgo(0.9)})`);
  await run(sql`insert into staff (name, role, password_hash) values ('anna', 'staff', '')`);
  await run(sql`insert into staff_sessions (token_hash, staff_id, opened_at, seen_at)
    select hash::bytea, id, ${daysAgo(2)}, seen::timestamptz from staff,
      (values ('old', ${daysAgo(0.4)}), ('young', ${daysAgo(0.3)})) as seen (hash, seen)`);
  await run(sql`insert into idempotency_keys (scope, key, request_digest, asked_at)
    values ('call', 'old', '', ${daysAgo(8)}), ('call', 'young', '', ${daysAgo(6)})`);
  await sweepExpired(context);
  expect((await rowsOf('failed_lookups')).map(({ origin_key }) => origin_key)).toEqual(['young']);
  expect((await rowsOf('staff_sign_in_failures')).map(({ account_key }) => account_key)).toEqual(['young']);
  expect((await rowsOf('staff_sessions')).map(({ token_hash }) => String(token_hash))).toEqual(['young']);
  expect((await rowsOf('idempotency_keys')).map(({ key }) => key)).toEqual(['young']);
});

test('the audit log is shortened by the sweep, and by nothing else', async () => {
  await run(sql`insert into audit_log (at, act, subject, detail)
    values (${daysAgo(400)}, 'old', '', '{}'), (${daysAgo(390)}, 'young', '', '{}')`);
  await sweepExpired(context);
  expect((await rowsOf('audit_log')).map(({ act }) => act)).toEqual(['young']);
  await expect(run(sql`delete from audit_log`)).rejects.toThrow('only added to');
});

test('an aborted sweep leaves the rest for the next', async () => {
  await insertCall('aborted', daysAgo(400));
  await sweepExpired(context, { signal: AbortSignal.abort() });
  expect((await rowsOf('calls')).map(({ id }) => id)).toContain('aborted');
});

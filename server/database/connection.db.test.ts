import { type Kysely, sql, type Transaction } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import type { Database } from './schema.ts';

let fresh: FreshDatabase;
beforeEach(async () => void (fresh = await freshDatabase()));
afterEach(() => fresh.drop());

async function backendOf(connection: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
  return rows[0]?.pid ?? 0;
}

const brokenWhile: Record<
  string,
  (transaction: Transaction<Database>, terminate: () => Promise<unknown>) => Promise<unknown>
> = {
  'a statement runs': (transaction, terminate) =>
    Promise.all([sql`select pg_sleep(10)`.execute(transaction), terminate()]),
  'nothing runs in its transaction': async (transaction, terminate) => {
    await terminate();
    await sql`select 1`.execute(transaction);
  },
};

test.each(Object.keys(brokenWhile))(
  'a connection that breaks while %s is told to who uses it, and replaced',
  async (when) => {
    const { database } = fresh;
    const broken = database.transaction().execute(async (transaction) => {
      const backend = await backendOf(transaction);
      await brokenWhile[when]?.(transaction, () => sql`select pg_terminate_backend(${backend})`.execute(database));
    });
    await expect(broken).rejects.toThrow(/terminat|ECONNRESET|connection error/);
    expect(await backendOf(database)).toBeGreaterThan(0);
  },
);

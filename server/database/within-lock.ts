import { sql, type Kysely } from 'kysely';
import type { Database } from './schema.ts';

/**
 * Does something that only one process may do at a time, by the database's word. Undefined, and nothing is done, when
 * another one is at it.
 */
export function withinLock<Result>(
  database: Kysely<Database>,
  name: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ is_ours: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as is_ours`.execute(transaction);
    return rows[0]?.is_ours === true ? work() : undefined;
  });
}

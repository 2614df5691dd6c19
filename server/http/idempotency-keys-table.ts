import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface IdempotencyKeysTable {
  scope: string;
  key: string;
  request_digest: string;
  /** Null while the first request under the key is still running. */
  response: unknown;
  asked_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    idempotency_keys: IdempotencyKeysTable;
  }
}

export interface KeyOfRequest {
  readonly scope: string;
  readonly key: string;
  readonly digest: string;
}

/** Whether the request is now ours to run: nobody has asked under its key, or who did has died without an answer. */
export async function claimKey(
  database: Kysely<Database>,
  { scope, key, digest }: KeyOfRequest,
  { abandonedAfterMs }: { abandonedAfterMs: number },
): Promise<boolean> {
  const claimed = await database
    .insertInto('idempotency_keys')
    .values({ scope, key, request_digest: digest, response: null, asked_at: sql`clock_timestamp()` })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'key'])
        .doUpdateSet({ asked_at: sql`clock_timestamp()` })
        .where('idempotency_keys.response', 'is', null)
        .where('idempotency_keys.request_digest', '=', digest)
        .where('idempotency_keys.asked_at', '<', sql<Date>`clock_timestamp() - ${abandonedAfterMs} * interval '1 ms'`),
    )
    .returning('key')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** What was answered under a key, and to which request; `response` is undefined while there is none. */
export async function findResponse(
  database: Kysely<Database>,
  { scope, key }: KeyOfRequest,
): Promise<{ digest: string; response: unknown } | undefined> {
  const row = await database
    .selectFrom('idempotency_keys')
    .select(['request_digest', 'response'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? undefined : { digest: row.request_digest, response: row.response ?? undefined };
}

export async function storeResponse(
  database: Kysely<Database>,
  { scope, key }: KeyOfRequest,
  response: unknown,
): Promise<void> {
  await database
    .updateTable('idempotency_keys')
    .set({ response: JSON.stringify(response) })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute();
}

export async function forgetKey(database: Kysely<Database>, { scope, key }: KeyOfRequest): Promise<void> {
  await database.deleteFrom('idempotency_keys').where('scope', '=', scope).where('key', '=', key).execute();
}

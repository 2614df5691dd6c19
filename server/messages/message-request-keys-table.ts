import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export interface MessageRequestKeysTable {
  call_id: string;
  /** The `Idempotency-Key` of the request. */
  key: string;
  /** What was asked under it, in one line. */
  request: string;
}

declare module '../database/schema.ts' {
  interface Database {
    message_request_keys: MessageRequestKeysTable;
  }
}

/** Whether `request` is the first, or the same again, that this call asked under `key`. */
export async function isRequestOfKey(
  database: Kysely<Database>,
  { call_id, key, request }: MessageRequestKeysTable,
): Promise<boolean> {
  // The update changes nothing, but makes a parallel first request wait and returns what is kept.
  const kept = await database
    .insertInto('message_request_keys')
    .values({ call_id, key, request })
    .onConflict((conflict) => conflict.columns(['call_id', 'key']).doUpdateSet({ key }))
    .returning('request')
    .executeTakeFirstOrThrow();
  return kept.request === request;
}

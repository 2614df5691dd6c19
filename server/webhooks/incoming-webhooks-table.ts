import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** What the store has told, each by the id under which it may be told again. */
interface IncomingWebhooksTable {
  id: string;
  received_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    incoming_webhooks: IncomingWebhooksTable;
  }
}

/** False when it was received before; waits for a transaction that is just receiving it. */
export async function insertIncoming(database: Kysely<Database>, webhook: IncomingWebhooksTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('incoming_webhooks')
    .values(webhook)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteReceivedBefore(database: Kysely<Database>, before: Date): Promise<void> {
  await database.deleteFrom('incoming_webhooks').where('received_at', '<', before).execute();
}

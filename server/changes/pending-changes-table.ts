import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface PendingChangesTable {
  change_id: string;
  /** From `sealPrepared`. */
  prepared: Buffer;
  prepared_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    pending_changes: PendingChangesTable;
  }
}

/** A change that is there already stays as it is. */
export async function insertPendingChange(database: Kysely<Database>, pending: PendingChangesTable): Promise<void> {
  await database
    .insertInto('pending_changes')
    .values(pending)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findPendingChange(database: Kysely<Database>, changeId: string): Promise<Buffer | undefined> {
  const row = await database
    .selectFrom('pending_changes')
    .select('prepared')
    .where('change_id', '=', changeId)
    .executeTakeFirst();
  return row?.prepared;
}

/** Whether it was there: of those that learn how a change ended, one settles it. */
export async function deletePendingChange(database: Kysely<Database>, changeId: string): Promise<boolean> {
  const deleted = await database
    .deleteFrom('pending_changes')
    .where('change_id', '=', changeId)
    .returning('change_id')
    .executeTakeFirst();
  return deleted !== undefined;
}

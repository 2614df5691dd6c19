import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface PendingChangesTable {
  change_id: string;
  order_number: string;
  /** From `sealPrepared`. */
  prepared: Buffer;
  prepared_at: Date;
  /** Of the request by which the store's people do it by hand; null while the store itself is asked. */
  escalation_id: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    pending_changes: PendingChangesTable;
  }
}

/** One that is there already stays as it is. */
export async function insertPendingChange(
  database: Kysely<Database>,
  pending: Omit<PendingChangesTable, 'escalation_id'>,
): Promise<void> {
  await database
    .insertInto('pending_changes')
    .values({ ...pending, escalation_id: null })
    .onConflict((conflict) => conflict.column('change_id').doNothing())
    .execute();
}

/** Of any state. */
export async function findPendingChange(database: Kysely<Database>, changeId: string): Promise<Buffer | undefined> {
  const row = await database
    .selectFrom('pending_changes')
    .select('prepared')
    .where('change_id', '=', changeId)
    .executeTakeFirst();
  return row?.prepared;
}

/** One that the store itself is to answer. */
export async function findUnansweredChange(database: Kysely<Database>, changeId: string): Promise<Buffer | undefined> {
  const row = await database
    .selectFrom('pending_changes')
    .select('prepared')
    .where('change_id', '=', changeId)
    .where('escalation_id', 'is', null)
    .executeTakeFirst();
  return row?.prepared;
}

/** Which change of an order is pending, and whether people have it. */
export async function findPendingChangeOfOrder(
  database: Kysely<Database>,
  orderNumber: string,
): Promise<Pick<PendingChangesTable, 'change_id' | 'escalation_id'> | undefined> {
  return database
    .selectFrom('pending_changes')
    .select(['change_id', 'escalation_id'])
    .where('order_number', '=', orderNumber)
    .executeTakeFirst();
}

/** The store's people have it now. */
export async function markHandedOver(
  transaction: Kysely<Database>,
  changeId: string,
  escalationId: string,
): Promise<void> {
  await transaction
    .updateTable('pending_changes')
    .set({ escalation_id: escalationId })
    .where('change_id', '=', changeId)
    .execute();
}

/** The change as it was prepared, which is pending no longer; undefined when it was settled before. */
export async function takePendingChange(
  transaction: Kysely<Database>,
  by: { readonly changeId: string } | { readonly escalationId: string },
): Promise<Buffer | undefined> {
  const row = await transaction
    .deleteFrom('pending_changes')
    .where((pending) =>
      'changeId' in by
        ? pending.and([pending('change_id', '=', by.changeId), pending('escalation_id', 'is', null)])
        : pending('escalation_id', '=', by.escalationId),
    )
    .returning('prepared')
    .executeTakeFirst();
  return row?.prepared;
}

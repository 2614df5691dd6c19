import type { Generated, Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { EscalationContext } from '@orderline/contract/desk-escalation.ts';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';

/** What has been settled about orders that the store keeps itself, and the store has yet to be told, in its order. */
interface UntoldChangesTable {
  change_id: string;
  /** Grows with each. */
  position: Generated<string>;
  order_number: string;
  /** In which it came about. */
  call_id: string | null;
  /** What proved the order in that call, sealed. */
  sealed_factor: Buffer | null;
  change: StoreChange;
  /** What a person sees who has to do it by hand. */
  context: EscalationContext & { readonly in_words: string };
  settled_at: Date;
}
export type UntoldChange = Selectable<UntoldChangesTable>;

declare module '../database/schema.ts' {
  interface Database {
    untold_changes: UntoldChangesTable;
  }
}

/** One that is there already stays as it is. */
export async function insertUntoldChange(
  transaction: Kysely<Database>,
  { change, ...row }: Omit<UntoldChange, 'position'>,
): Promise<void> {
  await transaction
    .insertInto('untold_changes')
    .values({ ...row, change: sql`${JSON.stringify(change)}::jsonb` })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The first of an order's. */
export async function findUntoldChange(
  database: Kysely<Database>,
  orderNumber: string,
): Promise<UntoldChange | undefined> {
  return database
    .selectFrom('untold_changes')
    .selectAll()
    .where('order_number', '=', orderNumber)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
}

/** Undefined when somebody else took it: of those that learn how it ended, one goes on. */
export async function takeUntoldChange(
  transaction: Kysely<Database>,
  changeId: string,
): Promise<UntoldChange | undefined> {
  return transaction.deleteFrom('untold_changes').where('change_id', '=', changeId).returningAll().executeTakeFirst();
}

import type { Kysely } from 'kysely';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';

/** A change, or something that the store told. */
type HistoryKind = StoreChange['kind'] | 'order_event';

/** Only ever added to. */
interface OrderHistoryTable {
  change_id: string;
  order_number: string;
  /** Of the order since this change. */
  version: number;
  kind: HistoryKind;
  rma: string | null;
  reason: string | null;
  /** JSON: an array of `Effect`, or of the event. */
  effects: string;
  changed_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    order_history: OrderHistoryTable;
  }
}

export async function isInHistory(database: Kysely<Database>, changeId: string): Promise<boolean> {
  const row = await database
    .selectFrom('order_history')
    .select('change_id')
    .where('change_id', '=', changeId)
    .executeTakeFirst();
  return row !== undefined;
}

type HistoryEntry = Pick<StoreChange, 'change_id' | 'order_number' | 'rma' | 'reason'> & {
  readonly kind: HistoryKind;
  readonly effects: readonly unknown[];
};

export async function insertHistory(
  database: Kysely<Database>,
  { change, version, at }: { change: HistoryEntry; version: number; at: Date },
): Promise<void> {
  await database
    .insertInto('order_history')
    .values({
      change_id: change.change_id,
      order_number: change.order_number,
      version,
      kind: change.kind,
      rma: change.rma ?? null,
      reason: change.reason ?? null,
      effects: JSON.stringify(change.effects),
      changed_at: at,
    })
    .execute();
}

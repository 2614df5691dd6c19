import type { Kysely } from 'kysely';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';

/** Units of orders that the store's own API keeps, cancelled through us. */
interface CancelledUnitsTable {
  change_id: string;
  order_number: string;
  line: number;
  quantity: number;
}

declare module '../database/schema.ts' {
  interface Database {
    cancelled_units: CancelledUnitsTable;
  }
}

export async function insertCancelledUnits(
  transaction: Kysely<Database>,
  units: readonly CancelledUnitsTable[],
): Promise<void> {
  if (units.length === 0) return;
  await transaction
    .insertInto('cancelled_units')
    .values([...units])
    .execute();
}

export async function findCancelledUnits(database: Kysely<Database>, orderNumber: string): Promise<Units[]> {
  return database
    .selectFrom('cancelled_units')
    .select(['line', 'quantity'])
    .where('order_number', '=', orderNumber)
    .execute();
}

import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Parcels that came back and were sent again, each once. */
interface ReshippedParcelsTable {
  order_number: string;
  /** From `parcelKey`. */
  parcel_key: string;
  change_id: string;
  reshipped_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    reshipped_parcels: ReshippedParcelsTable;
  }
}

export async function insertReshippedParcels(
  transaction: Kysely<Database>,
  parcels: readonly ReshippedParcelsTable[],
): Promise<void> {
  await transaction
    .insertInto('reshipped_parcels')
    .values([...parcels])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findReshippedParcels(database: Kysely<Database>, orderNumber: string): Promise<string[]> {
  const rows = await database
    .selectFrom('reshipped_parcels')
    .select('parcel_key')
    .where('order_number', '=', orderNumber)
    .execute();
  return rows.map(({ parcel_key }) => parcel_key);
}

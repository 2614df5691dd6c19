import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** What the store's events have told of each parcel, also of orders that the store keeps itself. */
interface ToldParcelsTable {
  order_number: string;
  /** The tracking number, however it was written. */
  tracking_key: string;
  /** A `ParcelTold`; null before the first event is taken. */
  told: object | null;
  told_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    told_parcels: ToldParcelsTable;
  }
}

interface TrackedParcel {
  readonly orderNumber: string;
  readonly trackingKey: string;
}

/** What was told of a parcel so far; nobody else adds to it until the transaction ends. */
export async function lockTold(
  transaction: Kysely<Database>,
  { orderNumber, trackingKey }: TrackedParcel,
  at: Date,
): Promise<object | undefined> {
  const { told } = await transaction
    .insertInto('told_parcels')
    .values({ order_number: orderNumber, tracking_key: trackingKey, told: null, told_at: at })
    .onConflict((conflict) => conflict.columns(['order_number', 'tracking_key']).doUpdateSet({ told_at: at }))
    .returning('told')
    .executeTakeFirstOrThrow();
  return told ?? undefined;
}

export async function saveTold(
  transaction: Kysely<Database>,
  { orderNumber, trackingKey }: TrackedParcel,
  told: object,
): Promise<void> {
  await transaction
    .updateTable('told_parcels')
    .set({ told: sql`${JSON.stringify(told)}::jsonb` })
    .where('order_number', '=', orderNumber)
    .where('tracking_key', '=', trackingKey)
    .execute();
}

/** Those of which nothing has been told since then. */
export async function deleteToldBefore(database: Kysely<Database>, before: Date): Promise<void> {
  await database.deleteFrom('told_parcels').where('told_at', '<', before).execute();
}

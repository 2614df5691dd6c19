import { sql, type Kysely, type Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { ParcelStatus } from '@orderline/contract/order.ts';
import type { Database } from '../database/schema.ts';

interface ParcelsTable {
  order_number: string;
  parcel: number;
  carrier: string | null;
  tracking_number: string | null;
  status: ParcelStatus;
  shipped_at: Date;
  /** A `date`; read as text. */
  estimated_delivery: string | null;
  delivered_at: Date | null;
}
export type ParcelRow = Selectable<ParcelsTable>;

interface ParcelLinesTable {
  order_number: string;
  parcel: number;
  line: number;
  quantity: number;
}
export type ParcelLineRow = Selectable<ParcelLinesTable>;

interface ParcelScansTable {
  order_number: string;
  parcel: number;
  at: Date;
  event: string;
  place: string | null;
}
export type ParcelScanRow = Selectable<ParcelScansTable>;

declare module '../database/schema.ts' {
  interface Database {
    parcels: ParcelsTable;
    parcel_lines: ParcelLinesTable;
    parcel_scans: ParcelScansTable;
  }
}

export async function insertParcels(database: Kysely<Database>, parcels: readonly ParcelRow[]): Promise<void> {
  await database
    .insertInto('parcels')
    .values([...parcels])
    .execute();
}

export async function insertParcelLines(database: Kysely<Database>, lines: readonly ParcelLineRow[]): Promise<void> {
  await database
    .insertInto('parcel_lines')
    .values([...lines])
    .execute();
}

export async function insertScans(database: Kysely<Database>, scans: readonly ParcelScanRow[]): Promise<void> {
  await database
    .insertInto('parcel_scans')
    .values([...scans])
    .execute();
}

/** The parcels of an order in the order they left, each with what is in it. */
export async function findParcels(
  database: Kysely<Database>,
  orderNumber: string,
): Promise<(ParcelRow & { lines: Pick<ParcelLineRow, 'line' | 'quantity'>[] })[]> {
  return database
    .selectFrom('parcels')
    .selectAll()
    .select((parcel) => [
      sql<string | null>`estimated_delivery::text`.as('estimated_delivery'),
      jsonArrayFrom(
        parcel
          .selectFrom('parcel_lines')
          .select(['line', 'quantity'])
          .whereRef('parcel_lines.order_number', '=', 'parcels.order_number')
          .whereRef('parcel_lines.parcel', '=', 'parcels.parcel')
          .orderBy('line'),
      ).as('lines'),
    ])
    .where('order_number', '=', orderNumber)
    .orderBy('parcel')
    .execute();
}

/** Writes a parcel as it is now, new or not, with what is in it. */
export async function saveParcel(
  transaction: Kysely<Database>,
  parcel: ParcelRow,
  lines: readonly Pick<ParcelLineRow, 'line' | 'quantity'>[],
): Promise<void> {
  const { order_number, parcel: number, ...facts } = parcel;
  await transaction
    .insertInto('parcels')
    .values(parcel)
    .onConflict((conflict) => conflict.columns(['order_number', 'parcel']).doUpdateSet(facts))
    .execute();
  await transaction
    .deleteFrom('parcel_lines')
    .where('order_number', '=', order_number)
    .where('parcel', '=', number)
    .execute();
  if (lines.length === 0) return;
  await insertParcelLines(
    transaction,
    lines.map(({ line, quantity }) => ({ order_number, parcel: number, line, quantity })),
  );
}

/** Adds a scan; of two at the same moment the same one stays, whichever came first. */
export async function addScan(database: Kysely<Database>, scan: ParcelScanRow): Promise<void> {
  await database
    .insertInto('parcel_scans')
    .values(scan)
    .onConflict((conflict) =>
      conflict
        .columns(['order_number', 'parcel', 'at'])
        .doUpdateSet({ event: scan.event, place: scan.place })
        .where(
          sql<boolean>`(parcel_scans.event, coalesce(parcel_scans.place, '')) < (excluded.event, coalesce(excluded.place, ''))`,
        ),
    )
    .execute();
}

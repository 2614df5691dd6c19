import type { Kysely, Selectable } from 'kysely';
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

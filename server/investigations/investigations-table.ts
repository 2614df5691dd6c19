import { sql, type Generated, type Kysely, type Selectable } from 'kysely';
import type { InvestigationStatus } from '@orderline/contract/investigation.ts';
import type { RefundPart } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';

/** The parcel as it was when it was missed. */
interface MissingParcel {
  readonly carrier?: string;
  readonly tracking_number?: string;
}

export interface MissingUnits {
  readonly line: number;
  readonly quantity: number;
  readonly name: string;
}

interface InvestigationsTable {
  id: string;
  /** Grows with each. */
  position: Generated<string>;
  /** The call that asked last. */
  call_id: string;
  order_number: string;
  /** What proved the order in that call, sealed; gone once it is resolved. */
  sealed_factor: Buffer | null;
  /** From `parcelKey`. */
  parcel_key: string;
  parcel: MissingParcel;
  /** What is in it; read only. */
  lines: MissingUnits[];
  why: 'delivered_not_there' | 'no_scan';
  state: Generated<InvestigationStatus>;
  opened_at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
  /** For the record. */
  reason: string | null;
  /** Told to the customer. */
  words: string | null;
  refund: { amount_cents: number; parts: RefundPart[] } | null;
}
export type InvestigationRow = Selectable<InvestigationsTable>;
/** With the name of whoever resolved it. */
export type SignedInvestigationRow = InvestigationRow & { staff: string | null };
export type NewInvestigation = Pick<
  InvestigationRow,
  'id' | 'call_id' | 'order_number' | 'sealed_factor' | 'parcel_key' | 'parcel' | 'lines' | 'why' | 'opened_at'
>;

declare module '../database/schema.ts' {
  interface Database {
    investigations: InvestigationsTable;
  }
}

/** False when one is open for the parcel; of two at the same moment one is inserted. */
export async function insertInvestigation(
  database: Kysely<Database>,
  { lines, ...investigation }: NewInvestigation,
): Promise<boolean> {
  const inserted = await database
    .insertInto('investigations')
    .values({ ...investigation, lines: sql`${JSON.stringify(lines)}::jsonb` })
    .onConflict((conflict) =>
      conflict
        .columns(['order_number', 'parcel_key'])
        // As a literal: a plan that is kept for all values would not know that the index is meant.
        .where('state', '=', sql.lit('open'))
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The open one, which from now on is this call's; undefined when there is none. */
export async function adoptOpen(
  database: Kysely<Database>,
  {
    call_id,
    order_number,
    sealed_factor,
    parcel_key,
  }: Pick<InvestigationRow, 'call_id' | 'order_number' | 'sealed_factor' | 'parcel_key'>,
): Promise<InvestigationRow | undefined> {
  return database
    .updateTable('investigations')
    .set({ call_id, sealed_factor })
    .where('order_number', '=', order_number)
    .where('parcel_key', '=', parcel_key)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
}

/** Every one of an order, oldest first. */
export async function findInvestigationsOfOrder(
  database: Kysely<Database>,
  orderNumber: string,
): Promise<InvestigationRow[]> {
  return database
    .selectFrom('investigations')
    .selectAll()
    .where('order_number', '=', orderNumber)
    .orderBy('position')
    .execute();
}

export async function findInvestigation(
  database: Kysely<Database>,
  id: string,
): Promise<SignedInvestigationRow | undefined> {
  return signed(database).where('investigations.id', '=', id).executeTakeFirst();
}

/** Nobody else resolves it until the transaction ends. */
export async function lockInvestigation(
  transaction: Kysely<Database>,
  id: string,
): Promise<InvestigationRow | undefined> {
  return transaction.selectFrom('investigations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export interface InvestigationPage {
  readonly state: InvestigationStatus | undefined;
  /** A `position`. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** The newest `limit`, or those before the one at `before`. */
export async function findInvestigationPage(
  database: Kysely<Database>,
  { state, before, limit }: InvestigationPage,
): Promise<SignedInvestigationRow[]> {
  return signed(database)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'open'))
    .$if(before !== undefined, (query) => query.where('position', '<', before ?? ''))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
}

export type InvestigationResolved = Pick<
  InvestigationRow,
  'resolved_at' | 'resolved_by' | 'reason' | 'words' | 'refund'
> & { state: 'reshipped' | 'refunded' | 'found' };

export async function settleInvestigation(
  transaction: Kysely<Database>,
  id: string,
  { refund, ...resolved }: InvestigationResolved,
): Promise<void> {
  await transaction
    .updateTable('investigations')
    .set({ ...resolved, sealed_factor: null, refund: refund === null ? null : sql`${JSON.stringify(refund)}::jsonb` })
    .where('id', '=', id)
    .execute();
}

const signed = (database: Kysely<Database>) =>
  database
    .selectFrom('investigations')
    .leftJoin('staff', 'staff.id', 'investigations.resolved_by')
    .selectAll('investigations')
    .select('staff.name as staff');

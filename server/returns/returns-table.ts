import { sql, type Generated, type Kysely, type Selectable, type Updateable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { ChangeReason } from '@orderline/contract/proposal.ts';
import type { Database } from '../database/schema.ts';
import type { ReturnLineRow } from './return-lines-table.ts';
import type {} from './return-refunds-table.ts';

interface ReturnsTable {
  rma: string;
  kind: 'return' | 'exchange';
  order_number: string;
  /** Where its notices go, and by what the store's own API is asked for the order again. */
  email: string | null;
  phone: string | null;
  change_id: string;
  call_id: string | null;
  state: 'requested' | 'partially_received' | 'received' | 'cancelled' | 'expired';
  reason: ChangeReason;
  reason_words: string | null;
  requested_at: Date;
  /** A `date`; read as text. */
  ship_by: string;
  received_at: Date | null;
  is_late: Generated<boolean>;
  /** How many were issued. */
  labels: Generated<number>;
}
type ReturnRow = Selectable<ReturnsTable>;
type ReturnState = ReturnRow['state'];

declare module '../database/schema.ts' {
  interface Database {
    returns: ReturnsTable;
  }
}

/** An RMA that nobody has had. */
export async function nextRma(database: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('rma_numbers') as number`.execute(database);
  return `RMA-${rows[0]?.number ?? ''}`;
}

export async function insertReturn(
  database: Kysely<Database>,
  row: Omit<ReturnRow, 'state' | 'received_at' | 'is_late' | 'labels'>,
): Promise<void> {
  await database
    .insertInto('returns')
    .values({ ...row, state: 'requested', received_at: null })
    .execute();
}

export async function updateReturn(
  database: Kysely<Database>,
  rma: string,
  change: Updateable<ReturnsTable>,
): Promise<void> {
  await database.updateTable('returns').set(change).where('rma', '=', rma).execute();
}

/** Keeps a return as it is until the transaction ends; false when there is none. */
export async function lockReturn(transaction: Kysely<Database>, rma: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('returns')
    .select('rma')
    .where('rma', '=', rma)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Returns of which nothing has come, and whose label was to be used by `shipBy` at the latest; the oldest first. */
export async function findOverdueReturns(
  database: Kysely<Database>,
  { shipBy, limit }: { shipBy: string; limit: number },
): Promise<string[]> {
  const rows = await database
    .selectFrom('returns')
    .select('rma')
    .where('state', '=', 'requested')
    .where('ship_by', '<=', sql<string>`${shipBy}::date`)
    .orderBy('ship_by')
    .limit(limit)
    .execute();
  return rows.map(({ rma }) => rma);
}

/** Every return and exchange of an order, oldest first. */
export async function findReturns(database: Kysely<Database>, orderNumber: string) {
  const rows = await wholeReturns(database)
    .where('order_number', '=', orderNumber)
    .orderBy('requested_at')
    .orderBy('rma')
    .execute();
  return rows.map(recordOf);
}

/** Undefined when there is none of this number. */
export async function findReturn(database: Kysely<Database>, rma: string) {
  const row = await wholeReturns(database).where('rma', '=', rma).executeTakeFirst();
  return row === undefined ? undefined : recordOf(row);
}

export interface ReturnsWanted {
  /** `held`: of which something waits for a decision. */
  readonly state: ReturnState | 'held' | undefined;
  readonly limit: number;
}

/** The newest `limit`, in one state or in all. */
export async function findNewestReturns(database: Kysely<Database>, { state, limit }: ReturnsWanted) {
  const rows = await wholeReturns(database)
    .where((row) => {
      if (state === undefined) return row.lit(true);
      if (state !== 'held') return row('state', '=', state);
      const held = row.selectFrom('return_lines').select('line').whereRef('return_lines.rma', '=', 'returns.rma');
      return row.exists(held.where('held', '>', 0));
    })
    .orderBy('requested_at', 'desc')
    .orderBy('rma', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** With their lines and refunds, in one statement. */
const wholeReturns = (database: Kysely<Database>) =>
  database
    .selectFrom('returns')
    .selectAll()
    .select((whole) => [
      sql<string>`ship_by::text`.as('ship_by'),
      jsonArrayFrom(
        whole.selectFrom('return_lines').selectAll().whereRef('return_lines.rma', '=', 'returns.rma').orderBy('line'),
      ).as('lines'),
      jsonArrayFrom(
        whole
          .selectFrom('return_refunds')
          .select(['amount_cents', 'parts', sql<string>`refunded_at`.as('refunded_at')])
          .whereRef('return_refunds.rma', '=', 'returns.rma')
          .orderBy('refunded_at'),
      ).as('refunds'),
    ]);

type WholeReturnRow = Awaited<ReturnType<ReturnType<typeof wholeReturns>['execute']>>[number];

export type KeptReturn = ReturnType<typeof recordOf>;

/** A `ReturnRecord`, and what else is kept of it. */
const recordOf = (row: WholeReturnRow) => ({
  rma: row.rma,
  kind: row.kind,
  orderNumber: row.order_number,
  state: row.state,
  requestedAt: row.requested_at,
  shipBy: row.ship_by,
  labels: row.labels,
  reason: row.reason,
  lines: row.lines.map(lineOf),
  refunds: row.refunds.map(({ amount_cents, parts, refunded_at }) => ({
    amountCents: amount_cents,
    parts,
    refundedAt: new Date(refunded_at),
  })),
  receivedAt: row.received_at ?? undefined,
  isLate: row.is_late,
  reasonWords: row.reason_words ?? undefined,
  contact: { email: row.email ?? undefined, phone: row.phone ?? undefined },
  callId: row.call_id ?? undefined,
});

const lineOf = (row: ReturnLineRow) => ({
  line: row.line,
  name: row.name,
  quantity: row.quantity,
  received: row.received,
  refunded: row.refunded,
  held: row.held,
  rejected: row.rejected,
  exchangeSku: row.exchange_sku ?? undefined,
  exchangeName: row.exchange_name ?? undefined,
  reserved: row.reserved,
  cheaperByCents: row.cheaper_by_cents,
});

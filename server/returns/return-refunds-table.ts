import type { JSONColumnType, Kysely } from 'kysely';
import type { RefundPart } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';

interface ReturnRefundsTable {
  /** Of the change that refunded it: the same change is one refund. */
  change_id: string;
  rma: string;
  amount_cents: number;
  parts: JSONColumnType<readonly RefundPart[]>;
  refunded_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    return_refunds: ReturnRefundsTable;
  }
}

export async function insertReturnRefund(
  database: Kysely<Database>,
  refund: { change_id: string; rma: string; amount_cents: number; parts: readonly RefundPart[]; refunded_at: Date },
): Promise<void> {
  await database
    .insertInto('return_refunds')
    .values({ ...refund, parts: JSON.stringify(refund.parts) })
    .onConflict((conflict) => conflict.column('change_id').doNothing())
    .execute();
}

import type { JSONColumnType, Kysely } from 'kysely';
import type { ReceiveRequest } from '@orderline/contract/returns.ts';
import type { Database } from '../database/schema.ts';

interface ReturnReceiptsTable {
  /** Of the change that booked it in: the same change is one parcel. */
  change_id: string;
  rma: string;
  lines: JSONColumnType<ReceiveRequest['lines']>;
  received_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    return_receipts: ReturnReceiptsTable;
  }
}

/** False when this parcel is booked in already. */
export async function insertReceipt(
  database: Kysely<Database>,
  receipt: { change_id: string; rma: string; lines: ReceiveRequest['lines']; received_at: Date },
): Promise<boolean> {
  const inserted = await database
    .insertInto('return_receipts')
    .values({ ...receipt, lines: JSON.stringify(receipt.lines) })
    .onConflict((conflict) => conflict.column('change_id').doNothing())
    .returning('change_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface RefundsTable {
  order_number: string;
  payment: number;
  change_id: string;
  amount_cents: number;
  refunded_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    refunds: RefundsTable;
  }
}

/** Gives back part of what a payment captured; the database refuses more than that. */
export async function refundPayment(database: Kysely<Database>, refund: RefundsTable): Promise<void> {
  await database.insertInto('refunds').values(refund).execute();
  await database
    .updateTable('payments')
    .set({ refunded_cents: sql`refunded_cents + ${refund.amount_cents}`, refunded_at: refund.refunded_at })
    .where('order_number', '=', refund.order_number)
    .where('payment', '=', refund.payment)
    .execute();
}

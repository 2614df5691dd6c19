import { sql, type Kysely } from 'kysely';
import type { PostalAddress } from '@orderline/contract/address.ts';
import type { Database } from '../database/schema.ts';

/** What is to be sent beside the order's own parcels. */
interface ReplacementsTable {
  order_number: string;
  change_id: string;
  line: number;
  sku: string;
  quantity: number;
  shipping: 'standard' | 'express';
  /** Null: the order's own. */
  address: PostalAddress | null;
  asked_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    replacements: ReplacementsTable;
  }
}

export async function insertReplacement(database: Kysely<Database>, replacement: ReplacementsTable): Promise<void> {
  await database.insertInto('replacements').values(replacement).execute();
}

/** By line, how many units were sent for units that came back. */
export async function countExchanged(
  database: Kysely<Database>,
  orderNumber: string,
): Promise<{ line: number; quantity: number }[]> {
  return database
    .selectFrom('replacements')
    .innerJoin('order_history', 'order_history.change_id', 'replacements.change_id')
    .select(['line', sql<number>`sum(quantity)::integer`.as('quantity')])
    .where('replacements.order_number', '=', orderNumber)
    .where('order_history.kind', '=', 'return_received')
    .groupBy('line')
    .execute();
}

import type { Kysely } from 'kysely';
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

import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** When the newest thing happened that the store told of an order that waits to be shipped. */
interface OrderHoldsTable {
  order_number: string;
  told_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    order_holds: OrderHoldsTable;
  }
}

/** False when something newer was told before. */
export async function isNewestHold(database: Kysely<Database>, hold: OrderHoldsTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('order_holds')
    .values(hold)
    .onConflict((conflict) =>
      conflict
        .column('order_number')
        .doUpdateSet({ told_at: hold.told_at })
        .where('order_holds.told_at', '<', hold.told_at),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

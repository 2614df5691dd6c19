import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** What of a variant is kept for an order. */
interface StockReservationsTable {
  order_number: string;
  sku: string;
  quantity: number;
}

declare module '../database/schema.ts' {
  interface Database {
    stock_reservations: StockReservationsTable;
  }
}

export async function keepReservation(database: Kysely<Database>, reservation: StockReservationsTable): Promise<void> {
  await database
    .insertInto('stock_reservations')
    .values(reservation)
    .onConflict((conflict) =>
      conflict
        .columns(['order_number', 'sku'])
        .doUpdateSet({ quantity: sql`stock_reservations.quantity + ${reservation.quantity}` }),
    )
    .execute();
}

/** The database refuses to free more than is kept. */
export async function freeReservation(
  database: Kysely<Database>,
  { order_number, sku, quantity }: StockReservationsTable,
): Promise<void> {
  const freed = await database
    .updateTable('stock_reservations')
    .set({ quantity: sql`quantity - ${quantity}` })
    .where('order_number', '=', order_number)
    .where('sku', '=', sku)
    .returning('quantity')
    .executeTakeFirst();
  if (freed === undefined) throw new Error(`Nothing of ${sku} is kept for order ${order_number}`);
}

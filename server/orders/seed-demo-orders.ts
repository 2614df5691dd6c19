import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { dayIn } from '../policy/store-calendar.ts';
import { demoVariants } from './demo-catalogue/demo-variants.ts';
import { demoOrders } from './demo-orders.ts';
import { insertLines } from './order-lines-table.ts';
import { deleteUntouchedDemoOrders, insertOrders } from './orders-table.ts';
import { insertParcelLines, insertParcels, insertScans } from './parcels-table.ts';
import { insertPayments } from './payments-table.ts';
import { insertVariants } from './variants-table.ts';

/**
 * Puts the demo catalogue into the built-in orders, dated relative to `now` in the store's time zone. Run again, it moves
 * the dates of the demo orders that nobody has changed, and leaves changed ones, the stock and the store's own orders as
 * they are.
 * Servers that start together take turns.
 */
export async function seedDemoOrders(
  database: Kysely<Database>,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('seed demo orders', 0))`.execute(transaction);
    await insertVariants(transaction, demoVariants());
    await deleteUntouchedDemoOrders(transaction);
    const rows = demoOrders(dayIn(timeZone, now), timeZone);
    const inserted = new Set(
      await insertOrders(
        transaction,
        rows.map(({ order }) => order),
      ),
    );
    const fresh = rows.filter(({ order }) => inserted.has(order.order_number));
    if (fresh.length === 0) return;
    await insertLines(
      transaction,
      fresh.flatMap(({ lines }) => lines),
    );
    await insertParcels(
      transaction,
      fresh.flatMap(({ parcels }) => parcels),
    );
    await insertParcelLines(
      transaction,
      fresh.flatMap(({ parcelLines }) => parcelLines),
    );
    await insertScans(
      transaction,
      fresh.flatMap(({ scans }) => scans),
    );
    await insertPayments(
      transaction,
      fresh.flatMap(({ payments }) => payments),
    );
  });
}

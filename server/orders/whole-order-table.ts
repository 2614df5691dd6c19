import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../database/schema.ts';

export type WholeOrderRow = NonNullable<Awaited<ReturnType<typeof findWholeOrder>>>;

/**
 * An order with its lines, its parcels in the order they left, each with its newest scan, and its payments: one statement,
 * because every lookup waits for it. Instants below the order itself come as text.
 */
export async function findWholeOrder(database: Kysely<Database>, orderNumber: string) {
  return database
    .selectFrom('orders')
    .selectAll('orders')
    .select((order) => [
      sql<string | null>`orders.estimated_delivery::text`.as('estimated_delivery'),
      jsonArrayFrom(
        order
          .selectFrom('order_lines')
          .selectAll()
          .whereRef('order_lines.order_number', '=', 'orders.order_number')
          .orderBy('line'),
      ).as('lines'),
      jsonArrayFrom(
        order
          .selectFrom('parcels')
          .select(['parcel', 'carrier', 'tracking_number', 'parcels.status', 'parcels.estimated_delivery'])
          .select([sql<string>`shipped_at`.as('shipped_at'), sql<string | null>`delivered_at`.as('delivered_at')])
          .select((parcel) => [
            jsonArrayFrom(
              parcel
                .selectFrom('parcel_lines')
                .select(['line', 'quantity'])
                .whereRef('parcel_lines.order_number', '=', 'parcels.order_number')
                .whereRef('parcel_lines.parcel', '=', 'parcels.parcel')
                .orderBy('line'),
            ).as('lines'),
            jsonObjectFrom(
              parcel
                .selectFrom('parcel_scans')
                .select(['place', sql<string>`at`.as('at')])
                .whereRef('parcel_scans.order_number', '=', 'parcels.order_number')
                .whereRef('parcel_scans.parcel', '=', 'parcels.parcel')
                .orderBy('at', 'desc')
                .limit(1),
            ).as('newest_scan'),
          ])
          .whereRef('parcels.order_number', '=', 'orders.order_number')
          .orderBy('parcel'),
      ).as('parcels'),
      jsonArrayFrom(
        order
          .selectFrom('payments')
          .select(['payment', 'method', 'card_brand', 'card_last4', 'captured_cents', 'refunded_cents'])
          .select(sql<string | null>`refunded_at`.as('refunded_at'))
          .whereRef('payments.order_number', '=', 'orders.order_number')
          .orderBy('payment'),
      ).as('payments'),
    ])
    .where('order_number', '=', orderNumber)
    .executeTakeFirst();
}

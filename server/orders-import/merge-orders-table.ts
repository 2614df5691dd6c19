import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { OrderLineRow } from '../orders/order-lines-table.ts';
import type { OrderRow } from '../orders/orders-table.ts';
import type { ParcelLineRow, ParcelRow } from '../orders/parcels-table.ts';
import type { PaymentRow } from '../orders/payments-table.ts';

interface ImportedOrdersTable {
  order_number: string;
  /** Of the rows that were imported. */
  digest: string;
  /** The order's, after the import: one that has another now has changed here since. */
  version: number;
  imported_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    imported_orders: ImportedOrdersTable;
  }
}

type ColumnsOf<Row> = readonly (keyof Row & string)[];

const orderColumns: ColumnsOf<OrderRow> = [
  'order_number',
  'status',
  'is_demo',
  'email',
  'phone',
  'customer_name',
  'loyalty_tier',
  'currency',
  'subtotal_cents',
  'discount_cents',
  'shipping_cents',
  'total_cents',
  'shipping_method',
  'recipient_name',
  'recipient_email',
  'street',
  'street2',
  'city',
  'state',
  'zip',
  'country',
  'ordered_at',
  'estimated_delivery',
  'cancelled_at',
  'cancel_reason',
];
const lineColumns: ColumnsOf<OrderLineRow> = [
  'order_number',
  'line',
  'sku',
  'name',
  'variant',
  'kind',
  'is_final_sale',
  'is_personalised',
  'unit_price_cents',
  'quantity',
  'shipped_quantity',
  'delivered_quantity',
  'cancelled_quantity',
  'returned_quantity',
  'refunded_quantity',
];
const parcelColumns: ColumnsOf<ParcelRow> = [
  'order_number',
  'parcel',
  'carrier',
  'tracking_number',
  'status',
  'shipped_at',
  'estimated_delivery',
  'delivered_at',
];
const parcelLineColumns: ColumnsOf<ParcelLineRow> = ['order_number', 'parcel', 'line', 'quantity'];
const paymentColumns: ColumnsOf<PaymentRow> = [
  'order_number',
  'payment',
  'method',
  'card_brand',
  'card_last4',
  'captured_cents',
  'refunded_cents',
  'refunded_at',
];

const list = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(column)));

/**
 * Writes staged orders into the tables of orders, whole sets at a time: `added` are new, `changed` are put in the place of
 * those of their number. An untouched demo order makes room for the store's own.
 */
export async function mergeOrders(
  transaction: Kysely<Database>,
  { added, changed, now }: { added: readonly string[]; changed: readonly string[]; now: Date },
): Promise<void> {
  const all = [...added, ...changed];
  await sql`delete from orders where order_number = any(${added}::text[]) and is_demo and version = 1`.execute(
    transaction,
  );
  await sql`
    insert into orders (${list(orderColumns)}) select ${list(orderColumns.map((column) => `row.${column}`))}
    from staged_orders, jsonb_populate_record(null::orders, rows -> 'order') as row
    where staged_orders.order_number = any(${added}::text[])`.execute(transaction);
  await sql`
    update orders set version = orders.version + 1, (${list(orderColumns)}) =
      row(${list(orderColumns.map((column) => `fresh.${column}`))})
    from staged_orders, jsonb_populate_record(null::orders, rows -> 'order') as fresh
    where orders.order_number = staged_orders.order_number and orders.order_number = any(${changed}::text[])
  `.execute(transaction);
  for (const table of ['parcels', 'order_lines', 'payments'] as const) {
    await transaction
      .deleteFrom(table)
      .where('order_number', 'in', [...changed, ''])
      .execute();
  }
  await insertRows(transaction, all, { table: 'order_lines', key: 'lines', columns: lineColumns });
  await insertRows(transaction, all, { table: 'parcels', key: 'parcels', columns: parcelColumns });
  await insertRows(transaction, all, { table: 'parcel_lines', key: 'parcelLines', columns: parcelLineColumns });
  await insertRows(transaction, all, { table: 'payments', key: 'payments', columns: paymentColumns });
  await sql`
    insert into imported_orders (order_number, digest, version, imported_at)
    select order_number, digest, orders.version, ${now}
    from staged_orders join orders using (order_number) where order_number = any(${all}::text[])
    on conflict (order_number) do update
      set digest = excluded.digest, version = excluded.version, imported_at = excluded.imported_at`.execute(
    transaction,
  );
}

interface Target {
  readonly table: 'order_lines' | 'parcels' | 'parcel_lines' | 'payments';
  /** Of the staged rows. */
  readonly key: 'lines' | 'parcels' | 'parcelLines' | 'payments';
  readonly columns: readonly string[];
}

async function insertRows(
  transaction: Kysely<Database>,
  numbers: readonly string[],
  { table, key, columns }: Target,
): Promise<void> {
  await sql`
    insert into ${sql.table(table)} (${list(columns)}) select ${list(columns.map((column) => `row.${column}`))}
    from staged_orders, jsonb_populate_recordset(null::${sql.table(table)}, rows -> ${sql.lit(key)}) as row
    where staged_orders.order_number = any(${numbers}::text[])`.execute(transaction);
}

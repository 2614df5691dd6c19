import { sql, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { OrderStatus } from '@orderline/contract/order.ts';
import type { Database } from '../database/schema.ts';

interface OrdersTable {
  order_number: string;
  version: number;
  status: OrderStatus;
  /** Of the demo catalogue: its dates move with the day until the order is changed. */
  is_demo: boolean;
  email: string;
  phone: string | null;
  customer_name: string;
  loyalty_tier: string | null;
  currency: string;
  subtotal_cents: number;
  discount_cents: number;
  shipping_cents: number;
  total_cents: number;
  shipping_method: 'standard' | 'express' | 'next_day' | 'international';
  recipient_name: string;
  recipient_email: string | null;
  street: string;
  street2: string | null;
  city: string;
  state: string | null;
  zip: string;
  country: string;
  ordered_at: Date;
  /** A `date`; read by `findOrder` as text. */
  estimated_delivery: string | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
}
export type OrderRow = Selectable<OrdersTable>;

declare module '../database/schema.ts' {
  interface Database {
    orders: OrdersTable;
  }
}

export async function findOrder(database: Kysely<Database>, orderNumber: string): Promise<OrderRow | undefined> {
  return database
    .selectFrom('orders')
    .selectAll()
    .select(sql<string | null>`estimated_delivery::text`.as('estimated_delivery'))
    .where('order_number', '=', orderNumber)
    .executeTakeFirst();
}

/** Demo orders that nobody has changed, with all that belongs to them. */
export async function deleteUntouchedDemoOrders(database: Kysely<Database>): Promise<void> {
  await database.deleteFrom('orders').where('is_demo', '=', true).where('version', '=', 1).execute();
}

/** Those of the given orders whose number was free; the others stay as they are. Returns the numbers inserted. */
export async function insertOrders(database: Kysely<Database>, orders: readonly OrderRow[]): Promise<string[]> {
  const inserted = await database
    .insertInto('orders')
    .values([...orders])
    .onConflict((conflict) => conflict.column('order_number').doNothing())
    .returning('order_number')
    .execute();
  return inserted.map(({ order_number }) => order_number);
}

/** Nobody else changes the order until the transaction ends. */
export async function lockOrderRow(
  transaction: Kysely<Database>,
  orderNumber: string,
): Promise<Pick<OrderRow, 'version' | 'status'> | undefined> {
  return transaction
    .selectFrom('orders')
    .select(['version', 'status'])
    .where('order_number', '=', orderNumber)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateOrder(
  database: Kysely<Database>,
  orderNumber: string,
  changes: Updateable<OrdersTable>,
): Promise<void> {
  await database.updateTable('orders').set(changes).where('order_number', '=', orderNumber).execute();
}

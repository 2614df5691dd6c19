import type { Kysely } from 'kysely';
import type { Database } from '../../server/database/schema.ts';
import { type Marks, marksOf } from './marks.ts';

/** An order as it truly is, read from the database before any call. */
export interface TrueOrder {
  readonly number: string;
  readonly email: string;
  readonly phone: string | undefined;
  readonly status: string;
  readonly tier: string | undefined;
  readonly country: string;
  readonly totalCents: number;
  readonly marks: Marks;
  readonly lines: readonly TrueLine[];
  readonly parcels: readonly { readonly status: string; readonly deliveredAt: Date | undefined }[];
}

export interface TrueLine {
  readonly line: number;
  readonly kind: string;
  readonly isNeverReturned: boolean;
  readonly quantity: number;
  readonly shipped: number;
  readonly delivered: number;
}

export async function readTrueOrders(database: Kysely<Database>): Promise<TrueOrder[]> {
  const orders = await database.selectFrom('orders').selectAll().orderBy('order_number').execute();
  const lines = await database.selectFrom('order_lines').selectAll().orderBy('line').execute();
  const parcels = await database.selectFrom('parcels').selectAll().execute();
  return orders.map((order, index) => ({
    number: order.order_number,
    email: order.email,
    phone: order.phone ?? undefined,
    status: order.status,
    tier: order.loyalty_tier ?? undefined,
    country: order.country,
    totalCents: order.total_cents,
    marks: marksOf(index),
    lines: lines
      .filter(({ order_number }) => order_number === order.order_number)
      .map((line) => ({
        line: line.line,
        kind: line.kind,
        isNeverReturned: line.is_final_sale || line.is_personalised || line.kind === 'gift_card',
        quantity: line.quantity,
        shipped: line.shipped_quantity,
        delivered: line.delivered_quantity,
      })),
    parcels: parcels
      .filter(({ order_number }) => order_number === order.order_number)
      .map(({ status, delivered_at }) => ({ status, deliveredAt: delivered_at ?? undefined })),
  }));
}

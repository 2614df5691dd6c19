import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { findLines } from './order-lines-table.ts';
import type { Order, Payment } from './order.ts';
import { findOrder } from './orders-table.ts';
import { findParcelLines, findParcels } from './parcels-table.ts';
import { findPayments, type PaymentRow } from './payments-table.ts';

/** A built-in order with all that belongs to it; undefined when there is none of this number. */
export async function loadOrder(database: Kysely<Database>, orderNumber: string): Promise<Order | undefined> {
  const [order, lines, parcels, parcelLines, payments] = await Promise.all([
    findOrder(database, orderNumber),
    findLines(database, orderNumber),
    findParcels(database, orderNumber),
    findParcelLines(database, orderNumber),
    findPayments(database, orderNumber),
  ]);
  if (order === undefined) return undefined;
  return {
    orderNumber: order.order_number,
    status: order.status,
    contact: { email: order.email, phone: order.phone ?? undefined },
    currency: order.currency,
    subtotalCents: order.subtotal_cents,
    discountCents: order.discount_cents,
    shippingCents: order.shipping_cents,
    totalCents: order.total_cents,
    orderedAt: order.ordered_at,
    estimatedDelivery: order.estimated_delivery ?? undefined,
    cancelledAt: order.cancelled_at ?? undefined,
    cancelReason: order.cancel_reason ?? undefined,
    shipTo: {
      city: order.city,
      ...(order.state === null ? {} : { state: order.state }),
      zip: order.zip,
      country: order.country,
    },
    lines: lines.map(({ line, name, quantity, unit_price_cents }) => ({
      line,
      name,
      quantity,
      unitPriceCents: unit_price_cents,
    })),
    parcels: parcels.map((parcel) => ({
      carrier: parcel.carrier ?? undefined,
      trackingNumber: parcel.tracking_number ?? undefined,
      status: parcel.status,
      shippedAt: parcel.shipped_at,
      estimatedDelivery: parcel.estimated_delivery ?? undefined,
      deliveredAt: parcel.delivered_at ?? undefined,
      lastScan:
        parcel.scanned_at === null ? undefined : { at: parcel.scanned_at, place: parcel.scanned_place ?? undefined },
      lines: parcelLines
        .filter((row) => row.parcel === parcel.parcel)
        .map(({ line, quantity }) => ({ line, quantity })),
    })),
    payments: payments.map(paymentOf),
  };
}

const paymentOf = (row: PaymentRow): Payment => ({
  method: methodOf(row),
  refundedCents: row.refunded_cents,
  refundedAt: row.refunded_at ?? undefined,
});

function methodOf({ method, card_brand, card_last4 }: PaymentRow): string {
  switch (method) {
    case 'card':
      return `${card_brand ?? 'card'} ending in ${card_last4 ?? ''}`;
    case 'gift_card':
      return 'gift card';
    case 'paypal':
      return 'PayPal account';
  }
}

import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Order, OrderLine, Parcel, Payment } from './order.ts';
import { findWholeOrder, type WholeOrderRow } from './whole-order-table.ts';

/** A built-in order with all that belongs to it; undefined when there is none of this number. */
export async function loadOrder(database: Kysely<Database>, orderNumber: string): Promise<Order | undefined> {
  const order = await findWholeOrder(database, orderNumber);
  if (order === undefined) return undefined;
  return {
    orderNumber: order.order_number,
    revision: String(order.version),
    status: order.status,
    contact: { email: order.email, phone: order.phone ?? undefined },
    loyaltyTier: order.loyalty_tier ?? undefined,
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
    lines: order.lines.map(lineOf),
    parcels: order.parcels.map(parcelOf),
    payments: order.payments.map(paymentOf),
  };
}

const lineOf = (row: WholeOrderRow['lines'][number]): OrderLine => ({
  line: row.line,
  name: row.name,
  quantity: row.quantity,
  unitPriceCents: row.unit_price_cents,
  sku: row.sku,
  kind: row.kind,
  variant: row.variant,
  isFinalSale: row.is_final_sale,
  isPersonalised: row.is_personalised,
  counts: {
    cancelled: row.cancelled_quantity,
    shipped: row.shipped_quantity,
    delivered: row.delivered_quantity,
    returnRequested: row.return_requested_quantity,
    returned: row.returned_quantity,
    refunded: row.refunded_quantity,
    claimed: row.claimed_quantity,
  },
});

const parcelOf = (row: WholeOrderRow['parcels'][number]): Parcel => ({
  parcel: row.parcel,
  carrier: row.carrier ?? undefined,
  trackingNumber: row.tracking_number ?? undefined,
  status: row.status,
  shippedAt: new Date(row.shipped_at),
  estimatedDelivery: row.estimated_delivery ?? undefined,
  deliveredAt: instantOf(row.delivered_at),
  lastScan:
    row.newest_scan === null
      ? undefined
      : { at: new Date(row.newest_scan.at), place: row.newest_scan.place ?? undefined },
  lines: row.lines,
});

const paymentOf = (row: WholeOrderRow['payments'][number]): Payment => ({
  payment: row.payment,
  kind: row.method,
  method: methodOf(row),
  capturedCents: row.captured_cents,
  refundedCents: row.refunded_cents,
  refundedAt: instantOf(row.refunded_at),
});

const instantOf = (text: string | null) => (text === null ? undefined : new Date(text));

function methodOf({ method, card_brand, card_last4 }: WholeOrderRow['payments'][number]): string {
  switch (method) {
    case 'card':
      return `${card_brand ?? 'card'} ending in ${card_last4 ?? ''}`;
    case 'gift_card':
      return 'gift card';
    case 'paypal':
      return 'PayPal account';
  }
}

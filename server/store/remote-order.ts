import type { OrderStatus, ParcelStatus } from '@orderline/contract/order.ts';
import type { StoreOrder } from '@orderline/contract/store-api.ts';
import type { Order, Parcel } from '../orders/order.ts';
import type { Moment } from '../policy/store-calendar.ts';
import { shippingAreaOf } from './shipping-area.ts';

/** The order that a store's own API answered with, as the rules and views read it; what it does not say is undefined. */
export function orderOfStore(answer: StoreOrder, orderNumber: string): Order {
  return {
    orderNumber,
    status: answer.status,
    contact: { email: answer.email ?? undefined, phone: answer.phone ?? undefined },
    currency: 'USD',
    subtotalCents: cents(answer.subtotal),
    discountCents: cents(answer.discount ?? 0),
    shippingCents: answer.shipping === 'free' ? 0 : cents(answer.shipping),
    totalCents: cents(answer.total),
    orderedAt: momentOf(answer.order_date) ?? answer.order_date,
    estimatedDelivery: answer.estimated_delivery ?? undefined,
    cancelledAt: momentOf(answer.cancelled_at),
    cancelReason: answer.cancel_reason ?? undefined,
    shipTo: shippingAreaOf(answer.shipping_address),
    lines: answer.items.map(({ name, qty, price, line }, index) => ({
      line: line ?? index + 1,
      name,
      quantity: qty,
      unitPriceCents: cents(price),
    })),
    parcels: answer.parcels?.map((parcel) => parcelOf(parcel, answer)) ?? onlyParcelOf(answer),
    payments:
      answer.payment_method == null ? [] : [{ method: answer.payment_method, refundedCents: 0, refundedAt: undefined }],
  };
}

type StoreParcel = NonNullable<StoreOrder['parcels']>[number];

function parcelOf(parcel: StoreParcel, { status }: StoreOrder): Parcel {
  const scannedAt = momentOf(parcel.last_scan_at);
  return {
    carrier: parcel.carrier ?? undefined,
    trackingNumber: parcel.tracking_number ?? undefined,
    status: parcel.status ?? (parcel.delivered_at == null ? parcelStatusOf(status) : 'delivered'),
    shippedAt: momentOf(parcel.shipped_at),
    estimatedDelivery: parcel.estimated_delivery ?? undefined,
    deliveredAt: momentOf(parcel.delivered_at),
    lastScan: scannedAt instanceof Date ? { at: scannedAt, place: parcel.last_scan_place ?? undefined } : undefined,
    lines: parcel.lines?.map(({ line, qty }) => ({ line, quantity: qty })) ?? [],
  };
}

/** The seed's answer tells of one parcel, beside the order's own fields. */
function onlyParcelOf(answer: StoreOrder): Parcel[] {
  if (answer.tracking_number == null && answer.carrier == null && !hasLeft(answer.status)) return [];
  return [
    {
      carrier: answer.carrier ?? undefined,
      trackingNumber: answer.tracking_number ?? undefined,
      status: parcelStatusOf(answer.status),
      shippedAt: momentOf(answer.shipped_at),
      estimatedDelivery: answer.estimated_delivery ?? undefined,
      deliveredAt: momentOf(answer.delivered_at),
      lastScan: undefined,
      lines: [],
    },
  ];
}

const hasLeft = (status: OrderStatus) =>
  status === 'shipped' || status === 'out_for_delivery' || status === 'delivered' || status === 'returned_to_sender';

function parcelStatusOf(status: OrderStatus): ParcelStatus {
  switch (status) {
    case 'out_for_delivery':
    case 'returned_to_sender':
      return status;
    case 'delivered':
    case 'returned':
    case 'refunded':
      return 'delivered';
    case 'processing':
    case 'on_hold':
    case 'back_ordered':
    case 'partially_shipped':
    case 'shipped':
    case 'cancelled':
      return 'in_transit';
  }
}

/** A day stays a day; an instant becomes one. */
function momentOf(text: string | null | undefined): Moment | undefined {
  if (text == null) return undefined;
  return text.includes('T') ? new Date(text) : text;
}

/** Money is counted in cents everywhere but in the seed's answer. */
const cents = (dollars: number) => Math.round(dollars * 100);

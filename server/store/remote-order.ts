import type { OrderStatus, ParcelStatus } from '@orderline/contract/order.ts';
import type { StoreOrder } from '@orderline/contract/store-api.ts';
import type { Order, OrderLine, Parcel, Payment } from '../orders/order.ts';
import type { Moment } from '../policy/store-calendar.ts';
import { countsOf } from './remote-counts.ts';
import { shippingAreaOf } from './shipping-area.ts';

/** The order that a store's own API answered with, as the rules and views read it; what it does not say is undefined. */
export function orderOfStore(answer: StoreOrder, orderNumber: string): Order {
  const parcels =
    answer.parcels?.map((parcel, index) => parcelOf(parcel, { answer, number: index + 1 })) ?? onlyParcelOf(answer);
  return {
    orderNumber,
    revision: answer.revision ?? undefined,
    status: answer.status,
    contact: { email: answer.email ?? undefined, phone: answer.phone ?? undefined },
    loyaltyTier: answer.loyalty ?? undefined,
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
    lines: answer.items.map((item, index) => lineOf(item, item.line ?? index + 1, { answer, parcels })),
    parcels,
    payments: answer.payment_method == null ? [] : [paymentOf(answer.payment_method)],
  };
}

type StoreItem = StoreOrder['items'][number];
type StoreParcel = NonNullable<StoreOrder['parcels']>[number];

const lineOf = (
  item: StoreItem,
  line: number,
  { answer, parcels }: { answer: StoreOrder; parcels: readonly Parcel[] },
): OrderLine => ({
  line,
  name: item.name,
  quantity: item.qty,
  unitPriceCents: cents(item.price),
  sku: item.sku,
  kind: item.kind,
  variant: item.variant,
  isFinalSale: item.final_sale,
  isPersonalised: item.personalised,
  counts: countsOf(line, item.qty, { status: answer.status, parcels }),
});

/** How much went by it the store does not tell, so it is not known what may go back. */
const paymentOf = (method: string): Payment => ({
  payment: 1,
  kind: 'other',
  method,
  capturedCents: undefined,
  refundedCents: 0,
  refundedAt: undefined,
});

function parcelOf(parcel: StoreParcel, { answer: { status }, number }: { answer: StoreOrder; number: number }): Parcel {
  const scannedAt = momentOf(parcel.last_scan_at);
  return {
    parcel: number,
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
      parcel: 1,
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

import type { OrderStatus, ParcelStatus } from '@orderline/contract/order.ts';
import { lineOfItem, type StoreOrder } from '@orderline/contract/store-api.ts';
import type { Order, OrderLine, Parcel, Payment } from '../orders/order.ts';
import type { Moment } from '../policy/store-calendar.ts';
import { countsOf } from './remote-counts.ts';
import { shippingAreaOf } from './shipping-area.ts';

/** The order that a store's own API answered with, as the rules and views read it; what it does not say is undefined. */
export function orderOfStore(answer: StoreOrder, orderNumber: string): Order {
  const parcels =
    answer.parcels?.map((parcel, index) => parcelOf(parcel, { answer, number: index + 1 })) ?? onlyParcelOf(answer);
  const shippingCents = answer.shipping === 'free' ? 0 : cents(answer.shipping);
  return {
    orderNumber,
    revision: answer.revision ?? undefined,
    status: answer.status,
    contact: { email: answer.email ?? undefined, phone: answer.phone ?? undefined },
    loyaltyTier: answer.loyalty ?? undefined,
    currency: 'USD',
    subtotalCents: cents(answer.subtotal),
    discountCents: discountOf(answer, shippingCents),
    shippingCents,
    totalCents: cents(answer.total),
    orderedAt: momentOf(answer.order_date) ?? answer.order_date,
    estimatedDelivery: answer.estimated_delivery ?? undefined,
    cancelledAt: momentOf(answer.cancelled_at),
    cancelReason: answer.cancel_reason ?? undefined,
    shipTo: shippingAreaOf(answer.shipping_address),
    lines: answer.items.map((item, index) => lineOf(item, lineOfItem(item, index), { answer, parcels })),
    parcels,
    payments: paymentsOf(answer),
  };
}

type StoreItem = StoreOrder['items'][number];
type StoreParcel = NonNullable<StoreOrder['parcels']>[number];

/**
 * By what the items and their shipping cost more than was paid in all, whatever the store calls it: shared over the units,
 * it makes each unit's share what was paid for it. Tax that comes on top is a discount below zero.
 */
const discountOf = ({ items, total }: StoreOrder, shippingCents: number) =>
  items.reduce((sum, { price, qty }) => sum + cents(price) * qty, 0) + shippingCents - cents(total);

const lineOf = (
  item: StoreItem,
  line: number,
  { answer, parcels }: { answer: StoreOrder; parcels: readonly Parcel[] },
): OrderLine => ({
  line,
  name: item.name,
  quantity: item.qty,
  unitPriceCents: cents(item.price),
  sku: item.sku ?? undefined,
  kind: item.kind ?? undefined,
  variant: item.variant ?? undefined,
  isFinalSale: item.final_sale ?? undefined,
  isPersonalised: item.personalised ?? undefined,
  counts: countsOf(line, item, { status: answer.status, parcels }),
});

/** Of the one `payment_method` alone it is not told how much went by it, so it is not known what may go back. */
function paymentsOf({ payments, payment_method }: StoreOrder): Payment[] {
  if (payments != null) {
    return payments.map(({ method, kind, captured, refunded }, index) => ({
      payment: index + 1,
      kind: kind ?? 'other',
      method,
      capturedCents: cents(captured),
      refundedCents: cents(refunded ?? 0),
      refundedAt: undefined,
    }));
  }
  if (payment_method == null) return [];
  const known = { payment: 1, kind: 'other', method: payment_method } as const;
  return [{ ...known, capturedCents: undefined, refundedCents: 0, refundedAt: undefined }];
}

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

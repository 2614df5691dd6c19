import type { LookupResponse, OrderView } from '@orderline/contract/order.ts';
import { dayOf, type Moment } from '../policy/store-calendar.ts';
import type { Order } from './order.ts';
import { joined } from './parcel-facts.ts';
import { statusSentence, type Telling } from './status-sentence.ts';

/** An order as `GET /api/orders/{order_number}` tells it: the area of the address, the last four of a card. */
export function orderView(order: Order, telling: Telling): OrderView {
  const day = (moment: Moment | undefined) =>
    moment === undefined ? undefined : dayOf(telling.profile.time_zone, moment);
  const parcel = tellingParcel(order);
  return {
    order_number: order.orderNumber,
    status: order.status,
    say: statusSentence(order, telling),
    ordered_on: dayOf(telling.profile.time_zone, order.orderedAt),
    lines: order.lines.map(({ line, name, quantity, unitPriceCents }) => ({
      line,
      name,
      quantity,
      unit_price_cents: unitPriceCents,
    })),
    currency: order.currency,
    subtotal_cents: order.subtotalCents,
    discount_cents: Math.max(0, order.discountCents),
    shipping_cents: order.shippingCents,
    total_cents: order.totalCents,
    ...known('payment_method', paymentMethod(order)),
    ...known('shipping_to', order.shipTo),
    ...known('shipped_on', day(order.parcels[0]?.shippedAt)),
    ...known('estimated_delivery', estimateOf(order)),
    ...known('delivered_on', order.status === 'delivered' ? day(parcel?.deliveredAt) : undefined),
    ...known('cancelled_on', day(order.cancelledAt)),
    ...known('cancel_reason', order.cancelReason),
  };
}

/** An order as the seed's lookup answers it, in decimal dollars, with the status in words beside. */
export function lookupView(order: Order, telling: Telling): LookupResponse {
  const parcel = tellingParcel(order);
  return {
    order_number: order.orderNumber,
    status: order.status,
    items: order.lines.map(({ name, quantity, unitPriceCents }) => ({
      name,
      qty: quantity,
      price: unitPriceCents / 100,
    })),
    subtotal: order.subtotalCents / 100,
    shipping: order.shippingCents === 0 ? 'free' : order.shippingCents / 100,
    total: order.totalCents / 100,
    ...known('tracking_number', parcel?.trackingNumber),
    ...known('carrier', parcel?.carrier),
    ...known('estimated_delivery', estimateOf(order)),
    ...known('shipping_address', order.shipTo),
    order_date: dayOf(telling.profile.time_zone, order.orderedAt),
    ...known('payment_method', paymentMethod(order)),
    say: statusSentence(order, telling),
  };
}

/** Of several parcels, the one a caller is waiting for; of those that all came, the last. */
const tellingParcel = ({ parcels }: Order) => parcels.find(({ status }) => status !== 'delivered') ?? parcels.at(-1);

/** That of a parcel on its way back is none. */
function estimateOf(order: Order) {
  const parcel = tellingParcel(order);
  return parcel?.status === 'returned_to_sender' ? undefined : (parcel?.estimatedDelivery ?? order.estimatedDelivery);
}

const paymentMethod = ({ payments }: Order) =>
  payments.length === 0 ? undefined : joined(payments.map(({ method }) => method));

/** A field for what is known, and none for what is not. */
function known<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>);
}

import type { ParcelView, TrackingView } from '@orderline/contract/order.ts';
import { dayOf } from '../policy/store-calendar.ts';
import type { Order, Parcel } from './order.ts';
import { parcelDelay } from './parcel-delay-rule.ts';
import type { Telling } from './status-sentence.ts';
import { trackingLink } from './tracking-link.ts';
import { trackingSentence } from './tracking-sentence.ts';

/** The journey of each parcel as `GET /api/orders/{order_number}/tracking` tells it. */
export function trackingView(order: Order, telling: Telling): TrackingView {
  return {
    order_number: order.orderNumber,
    say: trackingSentence(order, telling),
    parcels: order.parcels.map((parcel) => parcelView(order, parcel, telling)),
  };
}

function parcelView(order: Order, parcel: Parcel, telling: Telling): ParcelView {
  const { time_zone, tracking_page } = telling.profile;
  const { carrier, trackingNumber, shippedAt, estimatedDelivery, deliveredAt, lastScan } = parcel;
  const link = trackingLink(parcel, tracking_page);
  const { isLate, isStuck } = parcelDelay(parcel, telling);
  return {
    ...(carrier === undefined ? {} : { carrier }),
    ...(trackingNumber === undefined ? {} : { tracking_number: trackingNumber }),
    ...(link === undefined ? {} : { tracking_url: link }),
    status: parcel.status,
    ...(shippedAt === undefined ? {} : { shipped_on: dayOf(time_zone, shippedAt) }),
    ...(estimatedDelivery === undefined ? {} : { estimated_delivery: estimatedDelivery }),
    ...(deliveredAt === undefined ? {} : { delivered_on: dayOf(time_zone, deliveredAt) }),
    ...(lastScan === undefined ? {} : { last_scan: scanView(lastScan) }),
    is_stuck: isStuck,
    is_late: isLate,
    lines: parcel.lines.flatMap(({ line, quantity }) => {
      const name = order.lines.find((candidate) => candidate.line === line)?.name;
      return name === undefined ? [] : [{ line, name, quantity }];
    }),
  };
}

const scanView = ({ at, place }: NonNullable<Parcel['lastScan']>) => ({
  at: at.toISOString(),
  ...(place === undefined ? {} : { place }),
});

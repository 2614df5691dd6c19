import type { ParcelTold } from './order-event-rule.ts';
import type { findParcels, ParcelRow } from './parcels-table.ts';

/** A parcel as it stands in its order. */
export type KnownParcel = Awaited<ReturnType<typeof findParcels>>[number];

/** Carriers print them in groups. */
export const trackingKeyOf = (trackingNumber: string): string => trackingNumber.replaceAll(/[\s-]/g, '').toUpperCase();

/** What is known of a parcel of which no event has told, that of an imported order say: older than whatever will be told. */
export function toldByRow(row: KnownParcel): ParcelTold {
  const known = <Value>(value: Value | null) => (value === null ? undefined : { value, at: '' });
  return {
    status: row.status,
    firstAt: row.shipped_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString(),
    shippedAt: known(row.shipped_at.toISOString()),
    carrier: known(row.carrier),
    estimatedDelivery: known(row.estimated_delivery),
    lines: row.lines.length === 0 ? undefined : known(row.lines),
  };
}

/** The row of a parcel as its events have it. */
export const rowOfTold = (
  { status, shippedAt, firstAt, carrier, estimatedDelivery, deliveredAt }: ParcelTold,
  identity: Pick<ParcelRow, 'order_number' | 'parcel' | 'tracking_number'>,
): ParcelRow => ({
  ...identity,
  status,
  carrier: carrier?.value ?? null,
  shipped_at: new Date(shippedAt?.value ?? firstAt),
  estimated_delivery: estimatedDelivery?.value ?? null,
  delivered_at: status === 'delivered' && deliveredAt !== undefined ? new Date(deliveredAt) : null,
});

/** Whether two say the same of one parcel. */
export const isSameParcel = (one: KnownParcel, other: KnownParcel): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));

const factsOf = ({ status, carrier, shipped_at, estimated_delivery, delivered_at, lines }: KnownParcel) => [
  [status, carrier, shipped_at, estimated_delivery, delivered_at],
  lines.map(({ line, quantity }) => [line, quantity]).sort(([one = 0], [other = 0]) => one - other),
];

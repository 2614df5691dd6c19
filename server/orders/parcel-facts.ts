import { dayOf, writtenDay, dayIn, type Moment } from '../policy/store-calendar.ts';
import type { Facts } from '../store-profile/phrase-template.ts';
import type { Order, Parcel } from './order.ts';
import { parcelDelay, type AsOf } from './parcel-delay-rule.ts';

/** "Sunday, March 8", or undefined for what is not known. */
export function writtenMoment(moment: Moment | undefined, { profile: { time_zone }, now }: AsOf): string | undefined {
  return moment === undefined ? undefined : writtenDay(dayOf(time_zone, moment), dayIn(time_zone, now));
}

/** All that a phrase may say of one parcel of an order. */
export function parcelFacts(order: Order, parcel: Parcel, asOf: AsOf): Facts {
  return {
    parcel: parcelName(order, parcel),
    carrier: parcel.carrier,
    tracking_number: parcel.trackingNumber,
    shipped_on: writtenMoment(parcel.shippedAt, asOf),
    delivered_on: writtenMoment(parcel.deliveredAt, asOf),
    estimated_delivery: writtenMoment(parcel.estimatedDelivery, asOf),
    last_scan_on: writtenMoment(parcel.lastScan?.at, asOf),
    last_scan_place: parcel.lastScan?.place,
    business_days_without_scan: parcelDelay(parcel, asOf).businessDaysWithoutScan?.toString(),
    wait_hours: asOf.profile.parcels.wait_hours_after_delivered.toString(),
  };
}

/** The facts of a parcel on its way, of which an estimate that has passed is no longer one. */
export function currentParcelFacts(order: Order, parcel: Parcel, asOf: AsOf): Facts {
  const facts = parcelFacts(order, parcel, asOf);
  return parcelDelay(parcel, asOf).isLate ? { ...facts, estimated_delivery: undefined } : facts;
}

/** "your order", or where there are several "the parcel with 2 x Classic Tee - Navy, Size M". */
function parcelName({ parcels, lines, status }: Order, parcel: Parcel): string {
  if (parcels.length === 1 && status !== 'partially_shipped') return 'your order';
  const items = parcel.lines.flatMap(({ line, quantity }) => {
    const name = lines.find((candidate) => candidate.line === line)?.name;
    return name === undefined ? [] : [`${quantity} x ${name}`];
  });
  return items.length > 0
    ? `the parcel with ${joined(items)}`
    : `the ${ordinals[parcels.indexOf(parcel)] ?? 'next'} parcel`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** "a, b and c". */
export const joined = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');

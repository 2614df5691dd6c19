import type { ParcelStatus } from '@orderline/contract/order.ts';
import { businessDaysBetween, dayIn, endOf, type Day, type Moment } from '../policy/store-calendar.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';

export interface AsOf {
  readonly profile: Pick<StoreProfile, 'parcels' | 'time_zone'>;
  readonly now: Date;
}

/** What is known of a parcel on its way. */
export interface Journey {
  readonly status: ParcelStatus;
  readonly estimatedDelivery: Day | undefined;
  readonly lastScan: { readonly at: Date } | undefined;
}

export interface ParcelDelay {
  /** Its day has passed and it has not arrived. */
  readonly isLate: boolean;
  /** On its way without a scan for so many business days (DESIGN §6, parcels: five). Without any known scan, never. */
  readonly isStuck: boolean;
  readonly businessDaysWithoutScan: number | undefined;
}

/** What is wrong with the journey of a parcel, judged by the store's own calendar. */
export function parcelDelay(
  { status, estimatedDelivery, lastScan }: Journey,
  { profile: { parcels, time_zone }, now }: AsOf,
): ParcelDelay {
  const isMoving = status === 'in_transit' || status === 'out_for_delivery';
  const today = dayIn(time_zone, now);
  const businessDaysWithoutScan =
    lastScan === undefined ? undefined : businessDaysBetween(dayIn(time_zone, lastScan.at), today, parcels.closed_days);
  return {
    isLate: isMoving && estimatedDelivery !== undefined && estimatedDelivery < today,
    isStuck: isMoving && (businessDaysWithoutScan ?? 0) >= parcels.stuck_after_business_days,
    businessDaysWithoutScan,
  };
}

/** Marked delivered so lately that it may still turn up (seed: "carriers sometimes mark early"). */
export function isDeliveredLately(
  { deliveredAt }: { readonly deliveredAt: Moment | undefined },
  { profile: { parcels, time_zone }, now }: AsOf,
): boolean {
  if (deliveredAt === undefined) return false;
  const waitMs = parcels.wait_hours_after_delivered * 3_600_000;
  return now.getTime() - endOf(time_zone, deliveredAt).getTime() < waitMs;
}

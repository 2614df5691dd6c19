import type { Order, Parcel } from '../orders/order.ts';
import { isDeliveredLately, parcelDelay, type AsOf } from '../orders/parcel-delay-rule.ts';
import { parcelKey } from '../policy/parcel-key.ts';
import { endOf } from '../policy/store-calendar.ts';
import { unitsInParcel, unsettledUnits } from '../policy/unsettled-units-rule.ts';

export type ParcelVerdict =
  | { readonly is: 'missing'; readonly why: 'delivered_not_there' | 'no_scan' }
  /** It is being looked for already. */
  | { readonly is: 'looked_for' }
  /** Marked delivered so lately that it may still turn up. */
  | { readonly is: 'too_early'; readonly waitUntil: Date }
  /** `settled`: its units were claimed, refunded or sent back. */
  | {
      readonly is: 'in_transit' | 'late' | 'out_for_delivery' | 'returned_to_sender' | 'settled' | 'facts_unknown';
    };

export type ParcelChoice =
  | { readonly is: 'parcel'; readonly parcel: Parcel; readonly verdict: ParcelVerdict }
  | { readonly is: 'already_cancelled' | 'not_shipped_yet' | 'no_such_parcel' }
  /** More than one is missing, and none was named. */
  | { readonly is: 'several_parcels'; readonly parcels: readonly Parcel[] };

export interface Looking extends AsOf {
  /** The parcels that are being looked for, by `parcelKey`. */
  readonly lookedFor: ReadonlySet<string>;
}

/**
 * Which parcel of an order its customer misses, and whether it is time to look for it: marked delivered 48 hours ago and
 * not there, or without a scan for five business days (seed, "Issues"; DESIGN §6, "Parcels"). Before that they are
 * reassured, or told how late it is.
 */
export function chooseParcel(order: Order, trackingNumber: string | undefined, looking: Looking): ParcelChoice {
  if (order.status === 'cancelled') return { is: 'already_cancelled' };
  if (order.parcels.length === 0) return { is: 'not_shipped_yet' };
  const judged = order.parcels.map((parcel) => ({ parcel, verdict: judgeParcel(parcel, order, looking) }));
  if (trackingNumber !== undefined) {
    const named = judged.find(({ parcel }) => isSameNumber(parcel.trackingNumber, trackingNumber));
    return named === undefined ? { is: 'no_such_parcel' } : { is: 'parcel', ...named };
  }
  const missing = judged.filter(({ verdict }) => verdict.is === 'missing' || verdict.is === 'looked_for');
  if (missing.length > 1) return { is: 'several_parcels', parcels: missing.map(({ parcel }) => parcel) };
  const told = missing[0] ?? judged.find(({ parcel }) => parcel.status !== 'delivered') ?? judged.at(-1);
  return told === undefined ? { is: 'not_shipped_yet' } : { is: 'parcel', ...told };
}

function judgeParcel(parcel: Parcel, order: Order, looking: Looking): ParcelVerdict {
  if (looking.lookedFor.has(parcelKey(parcel))) return { is: 'looked_for' };
  const units = unitsInParcel(order, parcel);
  if (units !== undefined && unsettledUnits(order, units).length === 0) return { is: 'settled' };
  switch (parcel.status) {
    case 'returned_to_sender':
      return { is: 'returned_to_sender' };
    case 'delivered':
      return judgeDelivered(parcel, looking);
    case 'in_transit':
    case 'out_for_delivery':
      return judgeMoving(parcel, looking);
  }
}

function judgeDelivered({ deliveredAt }: Parcel, asOf: AsOf): ParcelVerdict {
  if (deliveredAt === undefined) return { is: 'facts_unknown' };
  if (!isDeliveredLately({ deliveredAt }, asOf)) return { is: 'missing', why: 'delivered_not_there' };
  const { parcels, time_zone } = asOf.profile;
  const waitMs = parcels.wait_hours_after_delivered * 3_600_000;
  return { is: 'too_early', waitUntil: new Date(endOf(time_zone, deliveredAt).getTime() + waitMs) };
}

function judgeMoving(parcel: Parcel, asOf: AsOf): ParcelVerdict {
  const { isStuck, isLate } = parcelDelay(parcel, asOf);
  if (isStuck) return { is: 'missing', why: 'no_scan' };
  if (parcel.status === 'out_for_delivery') return { is: 'out_for_delivery' };
  if (!isLate) return { is: 'in_transit' };
  // Late, and nobody knows when it was last seen: a person can ask its carrier.
  return parcel.lastScan === undefined ? { is: 'facts_unknown' } : { is: 'late' };
}

/** As people read it out: blanks and small letters do not matter. */
const isSameNumber = (known: string | undefined, given: string) => known !== undefined && bare(known) === bare(given);
const bare = (number: string) => number.replaceAll(/[\s-]/g, '').toUpperCase();

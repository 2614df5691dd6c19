import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { Order, Parcel } from './order.ts';
import { isDeliveredLately, parcelDelay } from './parcel-delay-rule.ts';
import { parcelFacts } from './parcel-facts.ts';
import { statusSentence, type Telling } from './status-sentence.ts';

/** Where an order's parcels are, in the store's words; of an order that has none, its status. */
export function trackingSentence(order: Order, telling: Telling): string {
  if (order.parcels.length === 0) return statusSentence(order, telling);
  const { profile } = telling;
  return order.parcels
    .map((parcel) =>
      sayPhrase(profile, profile.parcel_phrases[journeyOf(parcel, telling)], parcelFacts(order, parcel, telling)),
    )
    .join(' ');
}

function journeyOf(parcel: Parcel, telling: Telling) {
  const { isLate, isStuck } = parcelDelay(parcel, telling);
  switch (parcel.status) {
    case 'in_transit':
    case 'out_for_delivery':
      if (isStuck) return 'stuck';
      if (parcel.status === 'out_for_delivery') return 'out_for_delivery';
      return isLate ? 'late' : 'in_transit';
    case 'delivered':
      return isDeliveredLately(parcel, telling) ? 'delivered_lately' : 'delivered';
    case 'returned_to_sender':
      return 'returned_to_sender';
  }
}

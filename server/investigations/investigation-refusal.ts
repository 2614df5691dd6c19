import type { Refusal } from '../changes/change-kind.ts';
import type { Order, Parcel } from '../orders/order.ts';
import { currentParcelFacts, joined, parcelFacts, writtenMoment } from '../orders/parcel-facts.ts';
import { writtenInstant } from '../policy/written-instant.ts';
import type { Facts } from '../store-profile/phrase-template.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import type { ParcelChoice, ParcelVerdict } from './investigation-rule.ts';

export interface RefusalTelling {
  readonly order: Order;
  readonly profile: StoreProfile;
  readonly now: Date;
}

/** Why no parcel of an order is looked for. */
export function refuseChoice(choice: Exclude<ParcelChoice, { is: 'parcel' }>, telling: RefusalTelling): Refusal {
  const { order, profile } = telling;
  const { investigation_phrases: phrases, change_phrases } = profile;
  const say = (template: string, facts: Facts = {}) => sayPhrase(profile, template, facts);
  switch (choice.is) {
    case 'already_cancelled': {
      const cancelled_on = writtenMoment(order.cancelledAt, telling);
      return { verdict: 'refused', reason: choice.is, say: say(change_phrases.already_cancelled, { cancelled_on }) };
    }
    case 'not_shipped_yet':
      return { verdict: 'refused', reason: choice.is, say: say(phrases.not_shipped_yet), offers: ['wait'] };
    case 'no_such_parcel':
      return { verdict: 'refused', reason: 'nothing_to_change', say: say(phrases.no_such_parcel) };
    case 'several_parcels': {
      const parcels = joined(choice.parcels.map((parcel) => parcelFacts(order, parcel, telling)['parcel'] ?? ''));
      return { verdict: 'refused', reason: choice.is, say: say(phrases.several_parcels, { parcels }) };
    }
  }
}

export type NotMissing = Exclude<ParcelVerdict, { is: 'missing' | 'looked_for' }>;

/** Why this parcel is not looked for, or not yet: reassuring while it moves, sorry once it is late (DESIGN §6, "Parcels"). */
export function refuseParcel(verdict: NotMissing, parcel: Parcel, telling: RefusalTelling): Refusal {
  const { order, profile, now } = telling;
  const { investigation_phrases: phrases, parcel_phrases: journeys, change_phrases } = profile;
  const facts = currentParcelFacts(order, parcel, telling);
  const say = (template: string, more: Facts = {}) => sayPhrase(profile, template, { ...facts, ...more });
  switch (verdict.is) {
    case 'too_early': {
      const wait_until = writtenInstant(profile.time_zone, verdict.waitUntil, now);
      return { verdict: 'refused', reason: 'too_early', say: say(phrases.too_early, { wait_until }), offers: ['wait'] };
    }
    case 'late': {
      const due = parcelFacts(order, parcel, telling);
      return { verdict: 'refused', reason: 'too_early', say: say(journeys.late, due), offers: ['wait'] };
    }
    case 'in_transit':
    case 'out_for_delivery':
      return { verdict: 'refused', reason: 'too_early', say: say(journeys[verdict.is]), offers: ['wait'] };
    case 'returned_to_sender': {
      const words = say(change_phrases.returned_to_sender);
      return { verdict: 'refused', reason: 'nothing_to_change', say: words, offers: ['reship'] };
    }
    case 'settled':
      return { verdict: 'refused', reason: 'already_claimed', say: say(phrases.already_settled) };
    case 'facts_unknown':
      return { verdict: 'refused', reason: verdict.is, say: say(change_phrases.facts_unknown), offers: ['escalation'] };
  }
}

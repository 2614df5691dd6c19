import { dayIn } from '../policy/store-calendar.ts';
import type { Facts } from '../store-profile/phrase-template.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { isInFirstDay } from './first-day-rule.ts';
import type { Order, Parcel } from './order.ts';
import { parcelDelay } from './parcel-delay-rule.ts';
import { currentParcelFacts, joined, parcelFacts, writtenMoment } from './parcel-facts.ts';
import { writtenPrice } from './written-price.ts';

export interface Telling {
  readonly profile: StoreProfile;
  readonly now: Date;
}

/** The status of an order in the store's words, with the facts that are known. */
export function statusSentence(order: Order, telling: Telling): string {
  const { profile } = telling;
  const phrases = profile.status_phrases;
  const say = (template: string, facts: Facts = {}) =>
    sayPhrase(profile, template, { order_number: order.orderNumber, ...estimateFact(order, telling), ...facts });
  const [parcel] = order.parcels;
  const ofParcel = parcel === undefined ? {} : currentParcelFacts(order, parcel, telling);
  const isOneParcel = order.parcels.length <= 1;

  switch (order.status) {
    case 'processing':
      return say(phrases[processingPhrase(order, telling)], {
        estimated_delivery: writtenMoment(order.estimatedDelivery, telling),
      });
    case 'on_hold':
    case 'back_ordered':
      return say(phrases[order.status]);
    case 'partially_shipped':
      return sentences(say(phrases.partially_shipped, parcelsFacts(order, telling)), ...onTheWay(order, telling));
    case 'shipped':
      return sentences(
        isOneParcel ? say(phrases.shipped, ofParcel) : say(phrases.shipped_in_parcels, parcelsFacts(order, telling)),
        ...onTheWay(order, telling),
      );
    case 'out_for_delivery':
      return sentences(say(phrases.out_for_delivery, ofParcel), ...onTheWay(order, telling));
    case 'delivered':
      return isOneParcel
        ? say(phrases.delivered, ofParcel)
        : say(phrases.delivered_in_parcels, parcelsFacts(order, telling));
    case 'returned_to_sender':
      return say(phrases.returned_to_sender, ofParcel);
    case 'cancelled':
      return say(phrases.cancelled, { cancelled_on: writtenMoment(order.cancelledAt, telling) });
    case 'returned': {
      const { from, to } = profile.returns.refund_business_days;
      return say(phrases.returned, { refund_business_days: `${from} to ${to}` });
    }
    case 'refunded':
      return say(phrases.refunded, refundFacts(order, telling));
  }
}

/** An estimate that has passed is no longer one. */
function estimateFact({ estimatedDelivery }: Order, telling: Telling): Facts {
  const isAhead = estimatedDelivery !== undefined && estimatedDelivery >= todayOf(telling);
  return { estimated_delivery: isAhead ? writtenMoment(estimatedDelivery, telling) : undefined };
}

function processingPhrase({ orderedAt, estimatedDelivery }: Order, telling: Telling) {
  if (isInFirstDay(orderedAt, { now: telling.now, timeZone: telling.profile.time_zone })) return 'processing';
  const isLate = estimatedDelivery !== undefined && estimatedDelivery < todayOf(telling);
  return isLate ? 'processing_late' : 'processing_after_first_day';
}

function parcelsFacts(order: Order, telling: Telling): Facts {
  const { among_others } = telling.profile.parcel_phrases;
  const parcels = order.parcels.map((parcel) =>
    sayPhrase(telling.profile, among_others[parcel.status], currentParcelFacts(order, parcel, telling)),
  );
  return {
    parcel_count: smallNumbers[parcels.length] ?? parcels.length.toString(),
    parcels: parcels.length === 0 ? undefined : parcels.join(' '),
  };
}

const smallNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** What is said after the status while something is on its way: an apology where one is due, and the tracking link. */
function onTheWay(order: Order, telling: Telling): string[] {
  const { phrases } = telling.profile;
  const moving = order.parcels.filter(({ status }) => status === 'in_transit' || status === 'out_for_delivery');
  const isTrackable = moving.some(({ trackingNumber }) => trackingNumber !== undefined);
  return [
    ...moving.map((parcel) => delaySentence(order, parcel, telling)),
    ...(isTrackable ? [sayPhrase(telling.profile, phrases.offer_tracking_link)] : []),
  ];
}

function delaySentence(order: Order, parcel: Parcel, telling: Telling): string {
  const { parcel_phrases } = telling.profile;
  const { isLate, isStuck } = parcelDelay(parcel, telling);
  const facts = parcelFacts(order, parcel, telling);
  if (isStuck) return sayPhrase(telling.profile, parcel_phrases.stuck, facts);
  return isLate ? sayPhrase(telling.profile, parcel_phrases.late, facts) : '';
}

function refundFacts({ payments, currency }: Order, telling: Telling): Facts {
  const refunded = payments.filter(({ refundedCents }) => refundedCents > 0);
  if (refunded.length === 0) return {};
  const days = new Set(refunded.map(({ refundedAt }) => writtenMoment(refundedAt, telling)));
  return {
    refund_amount: writtenPrice(
      refunded.reduce((total, { refundedCents }) => total + refundedCents, 0),
      currency,
    ),
    refund_method: joined(refunded.map(({ method }) => method)),
    refunded_on: days.size === 1 ? [...days][0] : undefined,
  };
}

const todayOf = ({ profile, now }: Telling) => dayIn(profile.time_zone, now);

const sentences = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

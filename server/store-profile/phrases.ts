import * as z from 'zod';
import { phrase, phraseOf, phraseWithDefault } from './phrase.ts';

/** What the agent says to lead the conversation. */
export const phrasesSchema = z.strictObject({
  opening: phrase(),
  phone_menu: phraseWithDefault(
    'Press 1 to hear your order status, or press 2 to speak with an agent. You can also key in numbers, and end them with pound.',
  ),
  automated_notice: phrase(),
  ask_order_number: phrase(),
  ask_email: phrase(),
  ask_email_on_phone: phraseWithDefault(
    'And what email address did you use for that order? You can also key in the phone number on the order.',
  ),
  email_another_way: phraseWithDefault(
    "Let's try another way. You can type the email address, or tell me the phone number on the order.",
  ),
  email_another_way_on_phone: phraseWithDefault(
    "Let's try another way. You can key in the phone number on the order, or tell me the digits.",
  ),
  verification_failed: phrase(),
  verification_refused: phrase(),
  verification_locked: phrase(),
  anything_else: phrase(),
  goodbye: phrase(),
  back_again: phrase(),
  did_not_catch: phrase(),
  trouble: phrase(),
  store_unavailable: phrase(),
  person_contact: phraseOf(['people_phone', 'people_email', 'opening_hours']),
  offer_tracking_link: phrase(),
});

const ofOrder = ['order_number', 'estimated_delivery'] as const;
const ofParcel = ['carrier', 'tracking_number', 'shipped_on', 'delivered_on'] as const;
const ofParcels = ['parcels', 'parcel_count'] as const;

/** How each status is told: all eleven, and the variants of those that depend on more than the status. */
export const statusPhrasesSchema = z.strictObject({
  processing: phrase(...ofOrder),
  processing_after_first_day: phrase(...ofOrder),
  processing_late: phrase(...ofOrder),
  on_hold: phrase(...ofOrder),
  back_ordered: phrase(...ofOrder),
  partially_shipped: phrase(...ofOrder, ...ofParcels),
  shipped: phrase(...ofOrder, ...ofParcel),
  shipped_in_parcels: phrase(...ofOrder, ...ofParcels),
  out_for_delivery: phrase(...ofOrder, ...ofParcel),
  delivered: phrase(...ofOrder, ...ofParcel),
  delivered_in_parcels: phrase(...ofOrder, ...ofParcels),
  returned_to_sender: phrase(...ofOrder, ...ofParcel),
  cancelled: phrase(...ofOrder, 'cancelled_on'),
  returned: phrase(...ofOrder, 'refund_business_days'),
  refunded: phrase(...ofOrder, 'refund_amount', 'refund_method', 'refunded_on'),
});

const ofJourney = [
  'parcel',
  ...ofParcel,
  'estimated_delivery',
  'last_scan_on',
  'last_scan_place',
  'business_days_without_scan',
] as const;

/** How each parcel's journey is told. `{parcel}` is "your order", or "the parcel with 2 x Classic Tee". */
export const parcelPhrasesSchema = z.strictObject({
  in_transit: phrase(...ofJourney),
  late: phrase(...ofJourney),
  stuck: phrase(...ofJourney),
  out_for_delivery: phrase(...ofJourney),
  delivered_lately: phrase(...ofJourney, 'wait_hours'),
  delivered: phrase(...ofJourney),
  returned_to_sender: phrase(...ofJourney),
  /** One of several parcels, within the order's status. */
  among_others: z.strictObject({
    in_transit: phrase(...ofJourney),
    out_for_delivery: phrase(...ofJourney),
    delivered: phrase(...ofJourney),
    returned_to_sender: phrase(...ofJourney),
  }),
});

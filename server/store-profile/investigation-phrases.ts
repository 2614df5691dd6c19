import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

const ofParcel = ['parcel', 'carrier', 'tracking_number'] as const;

/** What is said when a parcel is looked for, or is not yet; how parcels on their way are told stands in `parcel_phrases`. */
export const investigationPhrasesSchema = z
  .strictObject({
    opened: phraseWithDefault(
      "I'm sorry that {parcel} isn't with you. I've started an investigation[ with {carrier}]. {told_later}",
      ...ofParcel,
      'told_later',
    ),
    already_open: phraseWithDefault(
      "We've been looking for {parcel} since {opened_on}. {told_later}",
      ...ofParcel,
      'opened_on',
      'told_later',
    ),
    told_by_text: phraseWithDefault("We'll text you what we find."),
    told_by_email: phraseWithDefault("We'll email you what we find."),
    told_by_nobody: phraseWithDefault('To hear what we find, please call us again.'),
    too_early: phraseWithDefault(
      "[According to {carrier}, ]{parcel} was delivered[ on {delivered_on}]. Carriers sometimes mark parcels early, so please wait until {wait_until}. If it still isn't there by then, call us again, and we'll look for it.",
      ...ofParcel,
      'delivered_on',
      'wait_until',
    ),
    not_shipped_yet: phraseWithDefault("That order hasn't shipped yet, so there's no parcel to look for."),
    no_such_parcel: phraseWithDefault("I don't see a parcel with that tracking number on this order."),
    several_parcels: phraseWithDefault(
      "There's more than one parcel we could look for: {parcels}. Which one is missing?",
      'parcels',
    ),
    already_settled: phraseWithDefault(
      "We've already taken care of {parcel}, so there's nothing left to look for.",
      ...ofParcel,
    ),
  })
  .prefault({});

import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

const ofReship = ['order_number', 'items', 'city', 'zip'] as const;

/** How it is confirmed that what came back is sent again, and why it may not be. */
export const reshipPhrasesSchema = z
  .strictObject({
    confirm: phraseWithDefault(
      "Just to confirm, you'd like us to send {items} again, to {city}, {zip}? I can read the whole address back if you like.",
      ...ofReship,
    ),
    confirm_new_address: phraseWithDefault(
      "Just to confirm, you'd like us to send {items} again, to the new address in {city}, {zip}? I can read the whole address back if you like.",
      ...ofReship,
    ),
    done: phraseWithDefault("Done. We're sending {items} again, to {city}, {zip}. {sent}", ...ofReship, 'sent'),
    nothing_came_back: phraseWithDefault(
      "Nothing of that order has come back to us, so there's nothing to send again.",
    ),
    sent_already: phraseWithDefault("We're already sending that parcel again."),
    settled_already: phraseWithDefault("We've already taken care of what came back, so there's nothing to send again."),
  })
  .prefault({});

import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

/** What is said of changes of orders that the store's own API keeps, where they take their time or a person. */
export const storeChangePhrasesSchema = z
  .strictObject({
    /** Before the read-back, where the store's API takes no changes. */
    by_hand: phraseWithDefault('Our team makes changes to that order by hand, so I would pass this one on to them.'),
    handed_over: phraseWithDefault(
      "I've passed this on to our team, who will do it and let you know. {told_later}",
      'told_later',
    ),
    told_by_text: phraseWithDefault("We'll text you as soon as it's done."),
    told_by_email: phraseWithDefault("We'll email you as soon as it's done."),
    /** Where the order has no contact that may be written to. */
    told_by_nobody: phraseWithDefault("To hear whether it's done, please call us again."),
    /** Where another change of the order was accepted before. */
    still_changing: phraseWithDefault(
      "Our system is still working on the change you asked for, so I can't change that order any further yet. We'll let you know as soon as it's done.",
    ),
    with_team: phraseWithDefault(
      "Our team still has a change of that order to make, so I can't change it any further yet. They'll let you know as soon as it's done.",
    ),
  })
  .prefault({});

import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

/** What a person is asked for, as it stands in the middle of a sentence: no capital, no mark at its end. */
const noun = (words: string) =>
  z
    .string()
    .trim()
    .regex(/^[^{}[\].?!]{1,120}$/, 'a few words like "a return after the return window" are needed')
    .prefault(words);

/** What is said when a person is asked, and what that person has decided. */
export const escalationPhrasesSchema = z
  .strictObject({
    logged: phraseWithDefault("I've passed your request on to our team."),
    already_logged: phraseWithDefault("Our team already has that request, and they haven't decided on it yet."),
    /** During the opening hours. */
    please_hold: phraseWithDefault(
      'Could you hold on for a moment while they look at it? If it takes them longer, you can hang up. {told_later}',
      'told_later',
    ),
    /** After a minute and a half. */
    hold_over: phraseWithDefault("I'm sorry, this is taking our team longer, so you don't have to hold any more."),
    /** Outside of them. */
    not_in: phraseWithDefault(
      "They aren't in right now. They're here {opening_hours}. {told_later}",
      'opening_hours',
      'told_later',
    ),
    told_by_text: phraseWithDefault("We'll text you as soon as they've decided."),
    told_by_email: phraseWithDefault("We'll email you as soon as they've decided."),
    /** Where the order has no contact that may be written to. */
    told_by_nobody: phraseWithDefault('To hear what they decided, please call us again.'),
    needs_no_approval: phraseWithDefault(
      'I can do that for you right away, without asking our team. Shall we go ahead?',
    ),

    /** Who left a message is rung back. */
    message_taken: phraseWithDefault(
      "Thank you. I've passed that on, and our team will call you back at {phone}.",
      'phone',
    ),
    message_number_unknown: phraseWithDefault("I'm sorry, I can't see your number. What number can they reach you at?"),
    message_already_left: phraseWithDefault('Our team has your messages, and will call you back.'),

    approved: phraseWithDefault(
      'Good news: our team has approved {request}. {words} {outcome}',
      'request',
      'words',
      'outcome',
    ),
    refused: phraseWithDefault(
      "I'm sorry, our team has looked at it, and they can't approve {request}. {words}",
      'request',
      'words',
    ),

    called: z
      .strictObject({
        late_return: noun('a return after the return window'),
        late_exchange: noun('an exchange after the return window'),
        address_abroad: noun('an address in another country'),
        second_claim: noun('another claim on the same item'),
        dearer_exchange: noun('an exchange for an item that costs more'),
        claim_limit: noun('your claim'),
        other_contact: noun('sending messages to another contact'),
        facts_unknown: noun('your request'),
        out_of_stock: noun('waiting for the item to be back in stock'),
        other: noun('your request'),
        store_change: noun('the change you asked for'),
      })
      .prefault({}),
  })
  .prefault({});

import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

const claimQuestion = 'However, if it came damaged or defective, we can absolutely help. Is there a defect or damage?';

/** How returns are confirmed, refused and told; what the seed says in its own words stands in `change_phrases`. */
export const returnPhrasesSchema = z
  .strictObject({
    /** Where the customer cannot be texted, or has no e-mail. */
    confirm_by_email: phraseWithDefault(
      "I can't text you, so I'll send you a prepaid return label by email. Just ship the item back within {label_days} days, and your refund will process in {refund_business_days} business days after we receive it. Sound good?",
      'label_days',
      'refund_business_days',
    ),
    confirm_by_text: phraseWithDefault(
      "I'll send you a prepaid return label by text. Just ship the item back within {label_days} days, and your refund will process in {refund_business_days} business days after we receive it. Sound good?",
      'label_days',
      'refund_business_days',
    ),
    instead_of_exchange: phraseWithDefault("That takes the place of your exchange, so we won't send {items}.", 'items'),
    created: phraseWithDefault(
      'Your return is set up under {rma}. [{label_sent} ]Please ship it back by {ship_by}, and your refund will process in {refund_business_days} business days after we receive it.',
      'rma',
      'label_sent',
      'ship_by',
      'refund_business_days',
    ),
    label_sent_by_text_and_email: phraseWithDefault("I've sent your prepaid return label by text and email."),
    label_sent_by_text: phraseWithDefault("I've sent your prepaid return label by text."),
    label_sent_by_email: phraseWithDefault("I've emailed your prepaid return label."),

    /** Said before the reason, when one of several items cannot be returned. */
    not_with_the_rest: phraseWithDefault("I can't take the {item} back with the rest.", 'item'),
    no_such_line: phraseWithDefault("I don't see that item on this order. Which item would you like to return?"),
    item_cancelled: phraseWithDefault("The {item} was cancelled, so there's nothing to send back.", 'item'),
    not_shipped_yet: phraseWithDefault(
      "The {item} hasn't shipped yet, so I can cancel it for you instead. Would you like me to do that?",
      'item',
    ),
    not_delivered_yet: phraseWithDefault(
      "The {item} is still on its way. You're welcome to return it once it arrives, and I can walk you through the return process.",
      'item',
    ),
    already_open: phraseWithDefault(
      "There's already a return open for the {item}, {rma}. Would you like me to send you the label again?",
      'item',
      'rma',
    ),
    exchange_open: phraseWithDefault(
      "There's already an exchange open for the {item}, {rma}. Would you like a refund instead of the exchange?",
      'item',
      'rma',
    ),
    already_returned: phraseWithDefault("We've already received the {item} back.", 'item'),
    already_refunded: phraseWithDefault(
      "The {item} has already been refunded, so there's nothing left to return.",
      'item',
    ),
    only_some_left: phraseWithDefault(
      'I can take back {left} of the {item}, but no more than that. Would you like to return {left}?',
      'item',
      'left',
    ),
    final_sale: phraseWithDefault(
      `I'm sorry, the {item} was a final sale, and final sale items can't be returned. ${claimQuestion}`,
      'item',
    ),
    gift_card: phraseWithDefault(`I'm sorry, gift cards can't be returned. ${claimQuestion}`, 'item'),
    personalised: phraseWithDefault(
      `I'm sorry, the {item} was personalized for you, and personalized items can't be returned. ${claimQuestion}`,
      'item',
    ),
    ask_condition: phraseWithDefault('Is the {item} unused, unworn, and in its original packaging?', 'item'),
    ask_condition_of_several: phraseWithDefault('Are they all unused, unworn, and in their original packaging?'),
    condition_not_met: phraseWithDefault(
      `I'm sorry, I can only take items back that are unused, unworn, and in their original packaging. ${claimQuestion}`,
      'item',
    ),
    no_contact: phraseWithDefault(
      "There's no phone number or email on that order that I could send a label to. Would you like me to ask our team?",
    ),
    no_such_exchange: phraseWithDefault("I don't see an open exchange of that number on this order."),
  })
  .prefault({});

import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

const claimQuestion = 'However, if it came damaged or defective, we can absolutely help. Is there a defect or damage?';

const ofReturn = [
  'rma',
  'items',
  'replacements',
  'ship_by',
  'received_on',
  'refund_amount',
  'refund_method',
  'refunded_on',
  'refund_business_days',
] as const;

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

    /** In a store that has connected neither texts nor e-mail. */
    label_kept: phraseWithDefault(
      "I can't send messages right now, so our team will get your prepaid return label to you.",
    ),

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
    /** What may be returned, line by line. */
    may_be_returned: phraseWithDefault(
      '{left} of the {item} can be returned[ until {until}].',
      'item',
      'left',
      'until',
    ),

    /** Where a return is, and its refund. */
    none_yet: phraseWithDefault("There's no return on that order."),
    awaited: phraseWithDefault(
      "We haven't received your return {rma} of {items} yet. Please ship it by {ship_by}. Your refund [of {refund_amount} ]will process in {refund_business_days} business days after we receive it.",
      ...ofReturn,
    ),
    awaited_late: phraseWithDefault(
      "We haven't received your return {rma} of {items} yet. Its label was good until {ship_by}. Once it's with us, your refund [of {refund_amount} ]will process in {refund_business_days} business days.",
      ...ofReturn,
    ),
    awaited_exchange: phraseWithDefault(
      "We haven't received your exchange {rma} of {items} yet. Please ship it by {ship_by}. We'll send {replacements} once we have it.",
      ...ofReturn,
    ),
    rest_awaited: phraseWithDefault(
      'We received part of your return {rma} on {received_on}, and are still waiting for {items}.',
      ...ofReturn,
    ),
    received: phraseWithDefault('We received your return {rma} on {received_on}.', ...ofReturn),
    exchange_received: phraseWithDefault(
      'We received your exchange {rma} on {received_on}, so your replacement is on its way.',
      ...ofReturn,
    ),
    refunded: phraseWithDefault(
      '{refund_amount} went back to your {refund_method} on {refunded_on}. It can take {refund_business_days} business days to show up.',
      ...ofReturn,
    ),
    held: phraseWithDefault(
      'Something in it looked damaged, so someone on our team is taking a look, and you will hear from us.',
      ...ofReturn,
    ),
    cancelled: phraseWithDefault('Your return {rma} of {items} was cancelled.', ...ofReturn),
    expired: phraseWithDefault(
      "The label for your return {rma} of {items} has expired, as we haven't received it. Would you like a new one?",
      ...ofReturn,
    ),

    label_again: phraseWithDefault(
      '[{label_sent} ]Please ship {items} by {ship_by}.',
      'rma',
      'items',
      'label_sent',
      'ship_by',
    ),
    nothing_to_ship: phraseWithDefault(
      "Your return {rma} doesn't need a label any more: there's nothing left to send back.",
      'rma',
    ),
    taken_meanwhile: phraseWithDefault(
      "I can't reopen {rma}, because those items aren't free to be returned any more. Would you like me to ask our team?",
      'rma',
    ),
    replacement_gone: phraseWithDefault(
      "I'm sorry, the {replacements} isn't available any more. Would you like another one instead, or a refund?",
      'rma',
      'replacements',
    ),
    withdrawn: phraseWithDefault("I've cancelled your return {rma}, so please don't send anything back.", 'rma'),
    withdrawn_already: phraseWithDefault('Your return {rma} was cancelled already.', 'rma'),
    nothing_to_withdraw: phraseWithDefault(
      "I can't cancel your return {rma}, because we've already received it.",
      'rma',
    ),
    no_such_return: phraseWithDefault("I don't see a return of that number on this order."),
    no_such_exchange: phraseWithDefault("I don't see an open exchange of that number on this order."),
  })
  .prefault({});

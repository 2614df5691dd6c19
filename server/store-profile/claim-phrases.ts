import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

/** How claims are read back, settled and refused; the question which of the two is `change_phrases.offer_claim`. */
export const claimPhrasesSchema = z
  .strictObject({
    confirm_replacement: phraseWithDefault(
      "I'm sorry about that. I'll send you a replacement for {items}[ by {shipping}], free of charge. [{nothing_back} ]Shall I go ahead?",
      'items',
      'shipping',
      'nothing_back',
    ),
    confirm_refund: phraseWithDefault(
      "I'm sorry about that. I'll refund {refund_amount} to your {refund_method}, which takes {refund_business_days} business days. [{nothing_back} ]Shall I go ahead?",
      'items',
      'refund_amount',
      'refund_method',
      'refund_business_days',
      'nothing_back',
    ),
    /** Not said of what never came. */
    nothing_back: phraseWithDefault("You don't need to send anything back."),
    replacement_sent: phraseWithDefault(
      "Done. We're sending you a replacement for {items}[ by {shipping}]. {sent}",
      'items',
      'shipping',
      'sent',
    ),
    refund_made: phraseWithDefault(
      'Done. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days. {sent}',
      'refund_amount',
      'refund_method',
      'refund_business_days',
      'sent',
    ),
    no_such_line: phraseWithDefault("I don't see that item on this order. Which item is it about?"),
    not_shipped_yet: phraseWithDefault(
      "The {item} hasn't shipped yet, so I can cancel it for you instead. Would you like me to do that?",
      'item',
    ),
    not_delivered_yet: phraseWithDefault(
      "The {item} hasn't been marked as delivered yet. Would you like me to look at where it is?",
      'item',
    ),
    already_claimed: phraseWithDefault(
      "We've already settled a claim for the {item}. I can ask our team to look at it again. Would you like me to do that?",
      'item',
    ),
    already_open: phraseWithDefault(
      "The {item} is on a return that's still open, {rma}. Would you like me to send you its label again?",
      'item',
      'rma',
    ),
    already_returned: phraseWithDefault(
      "We've already received the {item} back. If something is wrong with what we sent you for it, I can ask our team. Would you like me to do that?",
      'item',
    ),
    quantity_unavailable: phraseWithDefault(
      "There aren't that many of the {item} on this order. How many is it?",
      'item',
    ),
    claim_limit: phraseWithDefault(
      "I'm sorry about that. I need our team to approve this one. Would you like me to ask them?",
    ),
    out_of_stock: phraseWithDefault(
      "I'm sorry, the {item} is out of stock, so I can't send you another. Would you like a refund instead?",
      'item',
    ),
    replacement_unknown: phraseWithDefault(
      "I'm sorry, I can't tell whether the {item} is in stock. Would you like a refund instead?",
      'item',
    ),
  })
  .prefault({});

import * as z from 'zod';
import { phrase, phraseWithDefault } from './phrase.ts';

/** How cancellations and new addresses are asked for, confirmed and refused, and what is said when an order has moved. */
export const changePhrasesSchema = z.strictObject({
  address_already_shipped: phrase('order_number'),
  confirm_cancellation: phrase('order_number', 'refund_business_days'),
  cancellation_already_shipped: phrase('order_number'),
  confirm_return: phrase('label_days', 'refund_business_days'),
  return_window_passed: phrase('return_days'),
  offer_exception: phrase(),
  offer_claim: phrase(),

  confirm_cancellation_of_items: phraseWithDefault(
    "Just to confirm, you'd like to cancel {items} from order {order_number}? [You'll receive {refund_amount} back within {refund_business_days} business days.]",
    'order_number',
    'items',
    'refund_amount',
    'refund_business_days',
  ),
  confirm_cancellation_of_rest: phraseWithDefault(
    "Part of that order has already shipped, but I can cancel the rest. Just to confirm, you'd like to cancel {items} from order {order_number}? [You'll receive {refund_amount} back within {refund_business_days} business days.]",
    'order_number',
    'items',
    'refund_amount',
    'refund_business_days',
  ),
  cancellation_already_delivered: phraseWithDefault(
    "That order has already been delivered, so it can't be cancelled. You're welcome to return it, and I can walk you through the return process.",
    'order_number',
  ),
  cancellation_done: phraseWithDefault(
    'Order {order_number} is cancelled. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days. {sent}',
    'order_number',
    'refund_amount',
    'refund_method',
    'refund_business_days',
    'sent',
  ),
  cancellation_of_items_done: phraseWithDefault(
    "I've cancelled {items} from order {order_number}. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days. {sent}",
    'order_number',
    'items',
    'refund_amount',
    'refund_method',
    'refund_business_days',
    'sent',
  ),
  already_cancelled: phraseWithDefault(
    'It looks like that order was cancelled[ on {cancelled_on}], so there is nothing left to change on it. Would you like help placing a new order?',
    'order_number',
    'cancelled_on',
  ),
  nothing_left_to_cancel: phraseWithDefault(
    "Those items can't be cancelled any more: there aren't that many left that haven't shipped.",
    'order_number',
  ),
  returned_to_sender: phraseWithDefault(
    "I'm sorry, that order couldn't be delivered and is on its way back to us. We can send it again once we've checked the address. Shall we do that?",
    'order_number',
  ),

  confirm_address: phraseWithDefault(
    "Just to confirm, you'd like order {order_number} shipped to {city}, {zip} instead? I can read the whole address back if you like.",
    'order_number',
    'city',
    'zip',
  ),
  address_done: phraseWithDefault(
    'Done. Order {order_number} now ships to {city}, {zip}. {sent}',
    'order_number',
    'city',
    'zip',
    'sent',
  ),
  address_incomplete: phraseWithDefault(
    "I don't have the whole address yet. Could you give me the street, the city, the state and the zip code?",
  ),
  address_zip_not_in_state: phraseWithDefault(
    "That zip code doesn't seem to belong to that state. Could you tell me the state and the zip code again?",
  ),
  address_abroad: phraseWithDefault(
    "I can't change the country of an order myself, but I can ask our team to look at it. Would you like me to do that?",
  ),
  facts_unknown: phraseWithDefault(
    "I can't decide that by myself, because I don't have all the details of that order. Would you like me to ask our team?",
  ),

  /** For a caller who asked for it. */
  whole_address: phraseWithDefault('Order {order_number} goes to {address}.', 'order_number', 'address'),

  order_moved: phraseWithDefault(
    "I'm sorry, that order has changed just now, so I haven't done anything. Let me look at it again for you.",
  ),
  pending: phraseWithDefault(
    "I've passed that on, and our system is still working on it. I'll send you a message as soon as it's done.",
  ),
  declined: phraseWithDefault("All right, I haven't changed anything."),
  /** The server cannot be reached any more: the answer is on its way, or lost. */
  unknown: phraseWithDefault(
    "I'm sorry, I can't see right now whether that went through. You'll get a message if it did, and our team can tell you as well.",
  ),
  just_sold: phraseWithDefault(
    "I'm sorry, someone else has just taken the last one, so I haven't changed anything. Would you like something else instead?",
  ),
  sent_by_text_and_email: phraseWithDefault("I've sent you a confirmation by text and email."),
  sent_by_text: phraseWithDefault("I've sent you a confirmation by text."),
  sent_by_email: phraseWithDefault("I've sent you a confirmation by email."),
});

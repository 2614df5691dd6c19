import * as z from 'zod';
import { noticeWords, refundFactNames } from './notice-words.ts';
import { phraseWithDefault } from './phrase.ts';

const ofSummary = ['order_number', 'rma'] as const;

/** What customers are told of changes that were made, refused or not carried out. */
export const changeNoticePhrasesSchema = z
  .strictObject({
    cancelled: noticeWords(
      {
        text: 'Order {order_number} is cancelled. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days.',
        subject: 'Your order {order_number} is cancelled',
        email:
          'Your order {order_number} is cancelled, and nothing of it will be sent. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days.',
      },
      ...refundFactNames,
    ),
    partly_cancelled: noticeWords(
      {
        text: 'Cancelled from order {order_number}: {items}. [{refund_amount} goes back to your {refund_method}.]',
        subject: 'Part of your order {order_number} is cancelled',
        email:
          'These items of your order {order_number} are cancelled and will not be sent. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days.',
      },
      'items',
      ...refundFactNames,
    ),
    address_changed: noticeWords(
      {
        text: "Order {order_number} now ships to {city}, {zip}. Wasn't that you? Call us[ at {people_phone}].",
        subject: 'Your order {order_number} ships to a new address',
        email:
          "Your order {order_number} now ships to {address}. If you didn't ask for this, please tell us right away, before it ships.",
      },
      'city',
      'zip',
      'address',
    ),
    replacement_sent: noticeWords(
      {
        text: "We're sending you a replacement for {items}[ by {shipping}], free of charge. No need to send anything back.",
        subject: 'A replacement for your order {order_number}',
        email:
          "We're sorry something was wrong with your order {order_number}. We're sending you a replacement[ by {shipping} shipping], free of charge. There's no need to send anything back.",
      },
      'items',
      'shipping',
    ),
    claim_refunded: noticeWords(
      {
        text: '{refund_amount} for order {order_number} goes back to your {refund_method} within {refund_business_days} business days. No need to send anything back.',
        subject: 'Your refund for order {order_number}',
        email:
          "We're sorry something was wrong with your order {order_number}. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days. There's no need to send anything back.",
      },
      'items',
      ...refundFactNames,
    ),
    refunded: noticeWords(
      {
        text: '{refund_amount} for order {order_number} goes back to your {refund_method} within {refund_business_days} business days.',
        subject: 'Your refund for order {order_number}',
        email:
          '{refund_amount} for your order {order_number} goes back to your {refund_method} within {refund_business_days} business days.',
      },
      ...refundFactNames,
    ),
    approved: noticeWords(
      {
        text: 'Good news about order {order_number}: {request} was approved. {words}',
        subject: 'Your request about order {order_number} was approved',
        email: 'Good news about your order {order_number}: {request} was approved. {words}',
      },
      'request',
      'words',
    ),
    not_approved: noticeWords(
      {
        text: "About order {order_number}: we're sorry, {request} wasn't approved. {words}",
        subject: 'About your request for order {order_number}',
        email:
          "We've looked at your request about order {order_number}. We're sorry, {request} wasn't approved. {words}",
      },
      'request',
      'words',
    ),
    change_failed: noticeWords(
      {
        text: "We're sorry, {change} of order {order_number} didn't go through, and nothing was changed. Call us[ at {people_phone}].",
        subject: "Your change to order {order_number} didn't go through",
        email:
          "We're sorry, {change} of order {order_number} that you asked for didn't go through. Nothing was changed. Please talk to us, and we'll find another way.",
      },
      'change',
    ),
    call_summary: noticeWords(
      {
        text: '{happened}',
        subject: 'What we did in your call',
        email: "Thanks for calling {store_name}. Here's what we did for you:",
      },
      'happened',
    ),
    /** One thing each that the summary of a call names. */
    in_summary: z
      .strictObject({
        cancellation: phraseWithDefault('We cancelled items of order {order_number}.', ...ofSummary),
        address_change: phraseWithDefault('Order {order_number} ships to the new address.', ...ofSummary),
        return: phraseWithDefault('Your return of order {order_number} is {rma}.', ...ofSummary),
        exchange: phraseWithDefault('Your exchange of order {order_number} is {rma}.', ...ofSummary),
        claim: phraseWithDefault('Your claim on order {order_number} is settled.', ...ofSummary),
        reship: phraseWithDefault("We're sending order {order_number} again.", ...ofSummary),
        pending: phraseWithDefault(
          "{change} of order {order_number} isn't confirmed yet. We'll tell you how it ends.",
          'change',
          ...ofSummary,
        ),
        handed_over: phraseWithDefault(
          "{change} of order {order_number} is with our team now. We'll tell you as soon as it's done.",
          'change',
          ...ofSummary,
        ),
        void: phraseWithDefault(
          "{change} of order {order_number} wasn't made before our call ended, so nothing was changed.",
          'change',
          ...ofSummary,
        ),
      })
      .prefault({}),
    /** What a change is called in a sentence. */
    called: z
      .strictObject({
        cancellation: phraseWithDefault('the cancellation'),
        address_change: phraseWithDefault('the change of address'),
        return: phraseWithDefault('the return'),
        exchange: phraseWithDefault('the exchange'),
        claim: phraseWithDefault('the claim'),
        reship: phraseWithDefault('the reshipment'),
      })
      .prefault({}),
  })
  .prefault({});

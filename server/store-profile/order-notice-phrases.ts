import * as z from 'zod';
import { noticeWords, refundFactNames } from './notice-words.ts';

const ofParcel = ['carrier', 'tracking_number', 'tracking_url', 'estimated_delivery'] as const;

/** What customers are told of their orders and parcels. Keep texts short: 160 plain characters are one message. */
export const orderNoticePhrasesSchema = z
  .strictObject({
    tracking_link: noticeWords(
      {
        text: 'Follow order {order_number} at {tracking_url}',
        subject: 'Follow your order {order_number}',
        email:
          "Here is where you can follow your order {order_number}. [It's estimated to arrive by {estimated_delivery}.]",
      },
      ...ofParcel,
    ),
    receipt: noticeWords(
      {
        text: 'Order {order_number} of {ordered_on}: {total}[, paid by {payment_method}].',
        subject: 'Your receipt for order {order_number}',
        email: 'Here is the receipt for your order {order_number} of {ordered_on}.',
      },
      'ordered_on',
      'total',
      'payment_method',
    ),
    shipped: noticeWords(
      {
        text: 'Order {order_number} has shipped. [Follow it at {tracking_url}]',
        subject: 'Your order {order_number} has shipped',
        email:
          "Good news - your order {order_number} has shipped[ with {carrier}]. [It's estimated to arrive by {estimated_delivery}.]",
      },
      ...ofParcel,
    ),
    partly_shipped: noticeWords(
      {
        text: 'Part of order {order_number} has shipped. [Follow it at {tracking_url}]',
        subject: 'Part of your order {order_number} has shipped',
        email:
          "Good news - part of your order {order_number} has shipped[ with {carrier}]. [It's estimated to arrive by {estimated_delivery}.] We'll tell you when the rest is on its way.",
      },
      ...ofParcel,
    ),
    delivered: noticeWords(
      {
        text: "Order {order_number} was delivered. Can't find it? Call us[ at {people_phone}].",
        subject: 'Your order {order_number} was delivered',
        email:
          "[According to {carrier}, ]your order {order_number} was delivered on {delivered_on}. If you can't find it, please wait {wait_hours} hours, because carriers sometimes mark parcels early. Then tell us, and we'll look into it.",
      },
      ...ofParcel,
      'delivered_on',
      'wait_hours',
    ),
    reshipped: noticeWords(
      {
        text: "We're sending order {order_number} again, to {city}, {zip}.",
        subject: "We're sending your order {order_number} again",
        email:
          "Your parcel came back to us, so we're sending it again, to {city}, {zip}. We'll tell you when it's on its way.",
      },
      'city',
      'zip',
    ),
    investigation_opened: noticeWords(
      {
        text: "We've started looking for your parcel of order {order_number}. We'll tell you what we find.",
        subject: "We're looking for your parcel of order {order_number}",
        email:
          "We're sorry your parcel of order {order_number} isn't with you. We've started an investigation[ with {carrier}], and we'll tell you what we find.",
      },
      ...ofParcel,
    ),
    parcel_found: noticeWords(
      {
        text: 'Your parcel of order {order_number} was found. {words}',
        subject: 'Your parcel of order {order_number} was found',
        email: 'Good news - your parcel of order {order_number} was found. {words}',
      },
      'words',
    ),
    parcel_sent_again: noticeWords({
      text: "We're sending the missing parcel of order {order_number} again. It costs you nothing.",
      subject: "We're sending your parcel of order {order_number} again",
      email:
        "We couldn't find your parcel of order {order_number}, and we're sorry about that. We're sending it again, and it costs you nothing.",
    }),
    parcel_refunded: noticeWords(
      {
        text: "We're refunding the missing parcel of order {order_number}: {refund_amount} to your {refund_method}.",
        subject: "We're refunding your parcel of order {order_number}",
        email:
          "We couldn't find your parcel of order {order_number}, and we're sorry about that. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days.",
      },
      ...refundFactNames,
    ),
  })
  .prefault({});

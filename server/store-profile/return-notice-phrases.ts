import * as z from 'zod';
import { noticeWords, refundFactNames } from './notice-words.ts';
import { phraseWithDefault } from './phrase.ts';

const ofLabel = ['rma', 'items', 'label_url', 'ship_by', 'label_days', ...refundFactNames] as const;

/** What customers are told of what they send back. */
export const returnNoticePhrasesSchema = z
  .strictObject({
    return_created: noticeWords(
      {
        text: 'Return {rma}: ship by {ship_by}. Your label: {label_url}',
        subject: 'Your return {rma}: label and instructions',
        email: "Your return {rma} is ready. Here's how to send your items back:",
      },
      ...ofLabel,
    ),
    label_again: noticeWords(
      {
        text: 'Return {rma}: ship by {ship_by}. Your label: {label_url}',
        subject: 'Your return label for {rma}',
        email: "Here's the label for {rma} again, and how to send your items back:",
      },
      ...ofLabel,
    ),
    exchange_created: noticeWords(
      {
        text: 'Exchange {rma}: ship by {ship_by}. Your label: {label_url}',
        subject: 'Your exchange {rma}: label and instructions',
        email:
          "Your exchange {rma} is ready. We've reserved {replacements} for you. Here's how to send your items back:",
      },
      'replacements',
      ...ofLabel,
    ),
    /** The instructions of those three, in the seed's words; the last one is that of the kind. */
    steps: z
      .strictObject({
        pack: phraseWithDefault('Pack the items unused and unworn, in their original packaging.', ...ofLabel),
        label: phraseWithDefault('Print the attached label and put it on the parcel. It is prepaid.', ...ofLabel),
        ship: phraseWithDefault('Hand the parcel to the carrier by {ship_by}.', ...ofLabel),
        refund: phraseWithDefault(
          'Your refund [of {refund_amount} ]will process in {refund_business_days} business days after we receive it. It goes back to your original payment method.',
          ...ofLabel,
        ),
        exchange: phraseWithDefault(
          'We send the replacement after we receive your items, with no additional shipping charge.',
          ...ofLabel,
        ),
      })
      .prefault({}),
    return_received: noticeWords(
      {
        text: 'We have your return {rma}. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days.',
        subject: 'We have your return {rma}',
        email:
          'Your return {rma} has arrived. {refund_amount} goes back to your {refund_method} within {refund_business_days} business days.',
      },
      'rma',
      ...refundFactNames,
    ),
    exchange_received: noticeWords(
      {
        text: "We have your return {rma}, and we're sending the replacement.",
        subject: 'We have your return {rma}',
        email: "Your return {rma} has arrived, and we're sending the replacement.",
      },
      'rma',
    ),
    return_held: noticeWords(
      {
        text: "Your return {rma} has arrived, and our team is looking at it. We'll tell you how it goes on.",
        subject: 'Your return {rma} has arrived',
        email:
          "Your return {rma} has arrived. Something about it needs a closer look, so our team is checking it. We'll tell you how it goes on.",
      },
      'rma',
    ),
    return_expired: noticeWords(
      {
        text: 'The label of {rma} was not used in time, so it is no longer valid. [You can return the items until {open_until}: just call us.]',
        subject: 'Your return {rma} has expired',
        email:
          'The label of your return {rma} was not used in time, so it is no longer valid. [You can still return the items until {open_until}: just call us for a new label.]',
      },
      'rma',
      'open_until',
    ),
    return_withdrawn: noticeWords(
      {
        text: "Return {rma} is cancelled, so there's nothing to send back.",
        subject: 'Your return {rma} is cancelled',
        email:
          "Your return {rma} is cancelled as you asked, so there's nothing to send back. Its label is no longer valid.",
      },
      'rma',
    ),
  })
  .prefault({});

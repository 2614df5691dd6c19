import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

const back =
  'Just ship {items} back within {label_days} days, and we send the new one once we have it, at no extra charge.';
const facts = ['items', 'replacements', 'label_days', 'refund_amount'] as const;

/** How exchanges are told, read back and refused; what is refused as a return would be has the words of returns. */
export const exchangePhrasesSchema = z
  .strictObject({
    confirm: phraseWithDefault(
      `I've found {replacements} in stock. I'll set it aside and send you a prepaid label by text and email. ${back} [You'll get {refund_amount} back, because it costs less.] Sound good?`,
      ...facts,
    ),
    confirm_by_text: phraseWithDefault(
      `I've found {replacements} in stock. I'll set it aside and send you a prepaid label by text. ${back} [You'll get {refund_amount} back, because it costs less.] Sound good?`,
      ...facts,
    ),
    confirm_by_email: phraseWithDefault(
      `I've found {replacements} in stock. I'll set it aside and send you a prepaid label by email. ${back} [You'll get {refund_amount} back, because it costs less.] Sound good?`,
      ...facts,
    ),
    created: phraseWithDefault(
      'Your exchange is set up under {rma}. [{label_sent} ]Please ship it back by {ship_by}, and we send {replacements} once we have it.',
      'rma',
      'label_sent',
      'ship_by',
      'replacements',
    ),
    options: phraseWithDefault('The {item} also comes in {choices}. Which would you like?', 'item', 'choices'),
    no_options: phraseWithDefault(
      "I'm sorry, there's no other size or colour of the {item} in stock. Would you like to return it instead?",
      'item',
    ),
    same_variant: phraseWithDefault(
      "That's the same one you have. Is something wrong with the {item}? If it's damaged, I can send you another.",
      'item',
    ),
    no_such_variant: phraseWithDefault(
      "I'm sorry, the {item} doesn't come like that. It also comes in {choices}. Which would you like?",
      'item',
      'choices',
    ),
    out_of_stock: phraseWithDefault(
      "I'm sorry, {replacements} is out of stock. The {item} also comes in {choices}. Would you like one of those, or to return it for a refund?",
      'item',
      'replacements',
      'choices',
    ),
    all_out_of_stock: phraseWithDefault(
      "I'm sorry, {replacements} is out of stock, and I have no other size or colour of it either. Would you like to return it for a refund instead?",
      'item',
      'replacements',
    ),
    dearer: phraseWithDefault(
      '{replacements} costs {price_difference} more, and I can only exchange at the same price or below. Would you like me to ask our team?',
      'replacements',
      'price_difference',
    ),
  })
  .prefault({});

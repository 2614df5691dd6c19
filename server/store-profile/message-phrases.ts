import * as z from 'zod';
import { phrase, phraseWithDefault } from './phrase.ts';

/** What is said of messages, and the frame of every e-mail and text. */
export const messagePhrasesSchema = z.strictObject({
  texting_not_switched_on: phrase('tracking_url'),
  email_not_switched_on: phrase('tracking_url'),
  no_phone_on_file: phrase(),
  no_email_on_file: phrase(),
  nothing_to_track: phrase('order_number'),

  tracking_link_texted: phraseWithDefault("I've texted you the tracking link."),
  tracking_link_emailed: phraseWithDefault("I've emailed you the tracking link."),
  receipt_texted: phraseWithDefault("I've texted you the receipt."),
  receipt_emailed: phraseWithDefault("I've emailed you the receipt."),
  return_label_texted: phraseWithDefault("I've texted you the return label."),
  return_label_emailed: phraseWithDefault("I've emailed you the return label."),
  no_return_label: phraseWithDefault("There's no open return on that order, so there's no label to send."),
  other_contact: phraseWithDefault(
    'For your security, I can only send messages to the contact details on the order. I can ask our team to look at it. Would you like that?',
  ),
  texting_stopped: phraseWithDefault(
    "That number has asked us not to text it, so I can't. Would you like it by email instead?",
  ),
  /** Asked before the first text, and answered by `texting-consent`. */
  may_we_text: phraseWithDefault('May I text you at the phone number on your order?'),
  texting_allowed: phraseWithDefault("Thanks, I'll text you at the number on your order."),
  texting_declined: phraseWithDefault("All right, I won't text you. I'll use the email on your order."),
  texting_declined_no_email: phraseWithDefault("All right, I won't text you."),

  /** Once for each number, at the end of its first text. */
  how_to_stop: phraseWithDefault('Reply STOP to opt out.'),
  /** The answer to a text that says HELP. */
  texting_help: phraseWithDefault(
    '{store_name}: texts about your orders. {person_contact} Reply STOP to opt out. Msg & data rates may apply.',
  ),
  why_asked: phraseWithDefault(
    "You're getting this email because of your call with us about order {order_number}.",
    'order_number',
  ),
  why_order: phraseWithDefault("You're getting this email because of your order {order_number}.", 'order_number'),
  how_to_reach_a_person: phraseWithDefault('Questions? {person_contact}'),
});

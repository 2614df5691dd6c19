import { expect, test } from 'vitest';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { agentProfileOf } from './agent-profile.ts';
import { sayPhrase } from './say-phrase.ts';

const profile = demoStoreProfile();
const { phrases, status_phrases, change_phrases } = profile;
const facts = {
  order_number: 'ORD-12345',
  refund_business_days: '5 to 7',
  label_days: '7',
  return_days: '30',
  shipped_on: '[date]',
  delivered_on: '[date]',
  cancelled_on: '[date]',
  estimated_delivery: '[day]',
  carrier: '[carrier]',
  tracking_number: '[number]',
};

test.each([
  [phrases.opening, 'Thanks for calling Juniper Row. I can help you with your order. What can I do for you today?'],
  [phrases.ask_order_number, 'Sure, I can help with that. Do you have your order number handy?'],
  [phrases.ask_email, 'And what email address did you use for that order?'],
  [
    phrases.verification_failed,
    "I wasn't able to pull up an order with that combination. Could you double-check the order number and email?",
  ],
  [
    phrases.verification_refused,
    "For your security, I'm not able to look up that order right now. I'd recommend checking your confirmation email or logging into your account at yourstore.com. Is there anything else I can help with?",
  ],
  [phrases.anything_else, 'Is there anything else I can help you with today?'],
  [phrases.goodbye, 'Thanks for calling Juniper Row. Have a great day!'],
  [
    status_phrases.processing,
    "Your order is currently being prepared. It hasn't shipped yet, but you should receive a tracking number by email within the next 24 hours.",
  ],
  [
    `${status_phrases.shipped} ${phrases.offer_tracking_link}`,
    "Good news — your order shipped on [date] via [carrier]. Your tracking number is [number]. It's estimated to arrive by [day]. Would you like me to text you the tracking link?",
  ],
  [
    status_phrases.delivered,
    'According to [carrier], your order was delivered on [date]. Was there an issue with the delivery?',
  ],
  [
    status_phrases.cancelled,
    'It looks like that order was cancelled on [date]. Would you like to know more about why, or would you like help placing a new order?',
  ],
  [
    change_phrases.address_already_shipped,
    "Unfortunately, that order has already shipped, so I can't change the address. If it gets returned to us, we can reship it to the correct address.",
  ],
  [
    change_phrases.confirm_cancellation,
    "Just to confirm, you'd like to cancel order ORD-12345? You'll receive a full refund within 5 to 7 business days.",
  ],
  [
    change_phrases.cancellation_already_shipped,
    "That order has already shipped. You're welcome to return it once it arrives, and I can walk you through the return process.",
  ],
  [
    change_phrases.confirm_return,
    "I'll send you a prepaid return label by text and email. Just ship the item back within 7 days, and your refund will process in 5 to 7 business days after we receive it. Sound good?",
  ],
  [
    change_phrases.return_window_passed,
    "Since the 30-day return window has passed, I'm unable to process a standard return. However, if the item is defective, we can absolutely help. Is there a defect or damage?",
  ],
  [
    change_phrases.offer_exception,
    'Let me see if I can get an exception approved for you. Can I place you on a brief hold?',
  ],
  [
    change_phrases.offer_claim,
    "I'm sorry to hear that. We'll get that taken care of right away. Would you prefer a replacement or a refund?",
  ],
])("speaks the seed's words: %s", (phrase, words) => {
  expect(sayPhrase(profile, phrase, facts)).toBe(words);
});

test('gives a job its phrases filled in', () => {
  const { phrases: spoken, person_contact } = agentProfileOf(profile, { channel: 'web', now: new Date(0) });
  for (const phrase of [...Object.values(spoken), person_contact]) expect(phrase).toMatch(/^[A-Z][^{}[\]]*[.?!]$/);
});

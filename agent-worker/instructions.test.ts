import type { AgentProfile } from '@orderline/contract/profile.ts';
import { expect, test } from 'vitest';
import { instructions } from './instructions.ts';

const profile: AgentProfile = {
  agent_name: 'Robin',
  agent_description: 'Handles order status.',
  store_name: 'Fernway Goods',
  website: 'https://fernway.example',
  tracking_page: 'https://fernway.example/track',
  time_zone: 'America/New_York',
  language: 'en-US',
  order_number_formats: ['ORD-#####'],
  person_contact: 'You can reach a person at (555) 010-0100.',
  people_are_in: true,
  phrases: {
    opening: 'Thanks for calling Fernway Goods.',
    phone_menu: 'Press 1 to hear your order status, or press 2 to speak with an agent.',
    automated_notice: 'I am an automated assistant.',
    ask_order_number: 'Do you have your order number handy?',
    ask_email: 'And what email address did you use for that order?',
    email_another_way:
      "Let's try another way. You can type the email address, or tell me the phone number on the order.",
    anything_else: 'Is there anything else I can help you with today?',
    goodbye: 'Thanks for calling Fernway Goods. Have a great day!',
    back_again: "Sorry, I'm back.",
    did_not_catch: "I didn't catch that.",
    trouble: 'I am having trouble on my side.',
    may_we_text: 'May I text you at the phone number on your order?',
    change_declined: "All right, I haven't changed anything.",
    change_unknown: "I can't see whether that went through.",
    hold_over: "I'm sorry, this is taking longer, so you don't have to hold any more.",
    offer_claim:
      "I'm sorry to hear that. We'll get that taken care of right away. Would you prefer a replacement or a refund?",
    offer_exception: 'Let me see if I can get an exception approved for you. Can I place you on a brief hold?',
    address_already_shipped:
      "Unfortunately, that order has already shipped, so I can't change the address. If it gets returned to us, we can reship it to the correct address.",
  },
  limits: { silence_seconds: 12 },
};

test("holds the store's set phrases word for word, but the ones that only the worker says", () => {
  const prompt = instructions(profile, '2026-03-05');
  const { phone_menu, automated_notice, back_again, ...others } = profile.phrases;
  const { may_we_text, change_declined, change_unknown, hold_over, ...spokenByTheModel } = others;
  for (const phrase of Object.values(spokenByTheModel)) expect(prompt).toContain(phrase);
  const ofTheWorker = [
    phone_menu,
    automated_notice,
    back_again,
    may_we_text,
    change_declined,
    change_unknown,
    hold_over,
  ];
  for (const phrase of ofTheWorker) expect(prompt).not.toContain(phrase);
});

test('keeps every important rule of the specification', () => {
  const prompt = instructions(profile, '2026-03-05');
  for (const rule of ['ALWAYS verify identity', 'NEVER guess at order status', 'NEVER override the return policy'])
    expect(prompt).toContain(rule);
});

test('fills every gap', () => {
  expect(instructions(profile, '2026-03-05')).not.toMatch(/undefined|\[YOUR|\[WEBSITE/);
});

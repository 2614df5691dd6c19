import type { ConversationItem } from '@orderline/contract/conversation.ts';
import { expect, test } from 'vitest';
import { dataAccuracy } from './data-accuracy.ts';
import { empathy } from './empathy.ts';
import type { HeardCall } from './heard-call.ts';
import { faultsOf, naturalDelivery } from './natural-delivery.ts';
import { orderFacts } from './order-facts.ts';
import { verificationFlow } from './verification-flow.ts';

const at = '2026-03-05T15:00:00Z';
const turn = (role: 'agent' | 'customer', text: string): ConversationItem => ({
  kind: 'turn',
  id: text,
  role,
  text,
  by: 'voice',
  at,
});
const agent = (text: string) => turn('agent', text);
const customer = (text: string) => turn('customer', text);
const lookup = (isError: boolean): ConversationItem => ({
  kind: 'tool_call',
  id: 'lookup',
  name: 'order_lookup',
  arguments: '{"order_number":"ORD-12345"}',
  output: isError ? '{"error":"verification_failed"}' : '{"order_number":"ORD-12345"}',
  is_error: isError,
  at,
  took_ms: 5,
});
const order = orderFacts(
  {
    order_number: 'ORD-12345',
    total_cents: 10_997,
    ordered_at: new Date('2026-03-01T15:30:00Z'),
    estimated_delivery: '2026-03-08',
    city: 'Austin',
    zip: '78701',
    lines: [{ name: 'Classic Tee - Navy, Size M', quantity: 2, unit_price_cents: 2999 }],
    parcels: [{ carrier: 'UPS', tracking_number: '1Z999AA10123456784' }],
    payments: [{ card_last4: '4242' }],
  },
  'America/New_York',
);
const call = (...items: ConversationItem[]): HeardCall => ({
  items,
  orders: [order],
  made: { dates: new Set(), prices: new Set(), numbers: new Set() },
  storeText: 'within 30 days, $9.99',
  saying: { today: '2026-03-05', timeZone: 'America/New_York' },
});
const status = agent("It's with UPS and arrives by Sunday, March 8. Your tracking number is 1Z999AA10123456784.");

test('hears what is told of an order before it was verified, and after a failure', () => {
  expect(verificationFlow(call(customer('ORD-12345'), lookup(false), status)).faults).toEqual([]);
  expect(verificationFlow(call(customer('ORD-12345'), status, lookup(false))).faults).toHaveLength(1);
  expect(verificationFlow(call(lookup(true), agent('Your order shipped already.'))).faults).toEqual([
    'told "Your order shipped" of ORD-12345 before it was verified',
  ]);
  expect(verificationFlow(call(customer('it goes to Austin'), agent('Austin, all right.'))).faults).toEqual([]);
});

test.each([
  ['Monday, March 8', 'dates'],
  ['March 9', 'dates'],
  ['$109.79', 'prices'],
  ['FedEx', 'carriers'],
  ['1Z999AA10123456748', 'codes'],
  ['Visa ending in 2424', 'codes'],
  ['40 days', 'numbers'],
])('hears that %s is not on record', (words, kind) => {
  const { of, faults } = dataAccuracy(call(lookup(false), agent(`It is ${words}.`)));
  expect(of).toBe(1);
  expect(faults).toEqual([expect.stringContaining(`none of the ${kind} on record`)]);
});

test('takes for true what is stored, what the store says of itself, and what the caller has said', () => {
  const said = agent('Two at $29.99 make $59.98. Express is $9.99, returns take 30 days, and flat 7 it is.');
  expect(dataAccuracy(call(lookup(false), status, customer('I live in flat 7'), said))).toMatchObject({ faults: [] });
});

test('takes what was heard, and is read back to be put right, for no claim', () => {
  const misheard = agent("That's test030@gmail.com, spelled t-e-s-t-0-3-0. Is that right?");
  expect(dataAccuracy(call(misheard, customer('no')))).toMatchObject({ of: 0, faults: [] });
});

test('hears through the session’s own transform that everything is said as people say it', () => {
  const written = agent('Order ORD-12345 arrives Sunday, March 8 and cost $109.97. It goes to Austin, 78701.');
  expect(naturalDelivery(call(written, status))).toEqual({ of: 2, right: 2, faults: [] });
});

test.each([
  ['It arrives on 2026-03-08.', 'a date as it is stored'],
  ['It arrives on March eight.', 'a date that is counted'],
  ['It cost $29.99.', 'a price in figures'],
  ['It went to jo@mail.com.', 'an address as it is typed'],
  ['That is **done**.', 'marks for the eye'],
])('hears what is unnatural in "%s"', (speech, fault) => {
  expect(faultsOf('', speech)).toContain(fault);
});

test('hears an order number that is said as a number', () => {
  const speech = 'Order O-R-D twelve thousand three hundred forty-five.';
  expect(faultsOf('Order ORD-12345.', speech)).toEqual(['ORD-12345 not digit by digit']);
});

test('hears whether a problem is acknowledged, and before the solution', () => {
  const broken = customer('My vase arrived broken');
  const score = (text: string) => empathy(call(agent('Hello.'), broken, agent(text)));
  expect(score("I'm sorry to hear that. Would you prefer a replacement or a refund?").right).toBe(1);
  expect(score("Would you prefer a replacement or a refund? I'm sorry.").right).toBe(0);
  expect(score('Do you have your order number handy?').right).toBe(0);
  expect(empathy(call(customer('Where is my order?'), agent('One moment.'))).of).toBe(0);
});

import { expect, test } from 'vitest';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { contradictions } from './contradictions-rule.ts';
import { shippedDocuments } from './seed-knowledge.ts';

const profile = demoStoreProfile();
const found = (text: string, heading = 'Policy') =>
  contradictions([{ headings: [heading], text }], profile).map(({ key, says, profileSays }) => [
    key,
    says,
    profileSays,
  ]);

test.each([
  ['You can return items within 45 days of delivery.', 'returns.days', '45 days', '30 days'],
  ['We have a 60-day return policy.', 'returns.days', '60-day', '30 days'],
  ['Send it back within sixty days of receiving it.', 'returns.days', 'sixty days', '30 days'],
  ['Items may be returned within two weeks of delivery.', 'returns.days', 'two weeks', '30 days'],
  ['Request a refund within 14 days of purchase and return the item.', 'returns.days', '14 days', '30 days'],
  ['Exchanges are possible for 20 days after delivery.', 'returns.days', '20 days', '30 days'],
  ['Electronics must be returned within 10 days.', 'returns.days_by_kind.electronics', '10 days', '15 days'],
  [
    'Send items back within 30 days of delivery, electronics within 14.',
    'returns.days_by_kind.electronics',
    'within 14',
    '15 days',
  ],
  ['Customer ships the item back within 10 days.', 'returns.label_days', '10 days', '7 days'],
  ['The label is valid for 14 days.', 'returns.label_days', '14 days', '7 days'],
  [
    'Refunds are processed within 3-5 business days of receiving the item.',
    'returns.refund_business_days',
    '3-5 business days',
    '5-7 business days',
  ],
  ['Your refund takes 10 days to appear.', 'returns.refund_business_days', '10 days', '5-7 business days'],
  [
    'Standard Shipping: 3-5 business days, free on orders over $50',
    'shipping.standard.business_days',
    '3-5 business days',
    '5-7 business days',
  ],
  [
    'Standard Shipping: 5-7 business days, free on orders over $75',
    'shipping.standard.free_over_cents',
    '$75',
    '$50.00',
  ],
  ['Shipping is free from 35 dollars.', 'shipping.standard.free_over_cents', '35 dollars', '$50.00'],
  ['Express Shipping: 2-3 business days, $12.50', 'shipping.express.price_cents', '$12.50', '$9.99'],
  [
    'Express — Time: 1 to 2 business days; Price: $9.99',
    'shipping.express.business_days',
    '1 to 2 business days',
    '2-3 business days',
  ],
  [
    'Next-Day Shipping: Next business day if ordered before 2 PM ET, $24.99',
    'shipping.next_day.price_cents',
    '$24.99',
    '$19.99',
  ],
  ['For overnight shipping order before noon.', 'shipping.next_day.order_before', 'noon', '14:00'],
  ['Next-day orders have to be in by 3:30 p.m.', 'shipping.next_day.order_before', '3:30 p.m.', '14:00'],
  [
    'International orders: 14-28 business days.',
    'shipping.international.business_days',
    '14-28 business days',
    '10-21 business days',
  ],
  [
    'If a package shows "delivered" but wasn\'t received, wait 72 hours.',
    'parcels.wait_hours_after_delivered',
    '72 hours',
    '48 hours',
  ],
  [
    'If tracking has not been updated for 10 business days, call us.',
    'parcels.stuck_after_business_days',
    '10 business days',
    '5 business days',
  ],
])('"%s" contradicts %s', (sentence, ...contradiction) => {
  expect(found(sentence)).toEqual([contradiction]);
});

test.each([
  'Items can be returned within 30 days of delivery.',
  'You have thirty (30) calendar days to return it.',
  'Refunds take up to 7 business days to appear.',
  'Standard shipping arrives in 5 to 7 business days and express in 2 to 3 business days.',
  'Express shipping costs $9.99, next-day shipping $19.99.',
  'Order by 2:00 pm for next-day delivery.',
  'Gold members can return items within 45 days of delivery.',
  'During the holidays, returns are accepted for 60 days.',
  'Headphones have a two-year warranty; report a defect within 365 days.',
  'We email you the tracking number within 24 hours of shipment.',
  'We have been in business for 25 years and have 3 stores.',
  'Our office is open 9:00 to 18:00.',
  'Call us at +1 212 555 0100.',
  'A gift card of $75 is sent by email.',
])('"%s" contradicts nothing', (sentence) => {
  expect(found(sentence)).toEqual([]);
});

test('a number without words of its own is understood by its heading', () => {
  expect(found('You have 45 days.', 'How long you have to return something')).toEqual([
    ['returns.days', '45 days', '30 days'],
  ]);
  expect(found('$12.99', 'Express shipping')).toEqual([['shipping.express.price_cents', '$12.99', '$9.99']]);
});

test('each number of a sentence is compared with what is said about it', () => {
  expect(found('Standard shipping takes 4-6 business days, express shipping 1-2 business days.')).toEqual([
    ['shipping.standard.business_days', '4-6 business days', '5-7 business days'],
    ['shipping.express.business_days', '1-2 business days', '2-3 business days'],
  ]);
});

test('the documents that come with Orderline agree with the store.yaml that comes with it', async () => {
  const documents = await shippedDocuments();
  expect(documents.flatMap(({ passages }) => contradictions(passages, profile))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { say, type SayKind } from './say.ts';

const context = { today: '2026-03-05', timeZone: 'America/New_York' };

const said = (kind: SayKind, cases: readonly (readonly [written: string, speech: string])[]) =>
  describe(kind, () => {
    test.each(cases)('%s → %s', (written, speech) => expect(say(kind, written, context)).toBe(speech));
  });

said('order_number', [
  ['ORD-12345', 'O-R-D-one-two-three-four-five'],
  ['#W2378156', 'W-two-three-seven-eight-one-five-six'],
]);
said('tracking_number', [['1Z999AA1', 'one-Z-nine-nine-nine-A-A-one']]);
said('date', [
  ['2026-03-08', 'Sunday, March eighth'],
  ['2026-03-22', 'Sunday, March twenty-second'],
  ['2026-12-31', 'Thursday, December thirty-first'],
  ['2027-01-01', 'Friday, January first, twenty twenty-seven'],
  ['2009-05-03', 'Sunday, May third, two thousand nine'],
  // Still the evening before in New York.
  ['2026-03-09T02:00:00Z', 'Sunday, March eighth'],
  ['2026-02-30', '2026-02-30'],
]);
said('time', [
  ['2 PM ET', 'two P-M Eastern'],
  ['2:05 p.m.', 'two oh five P-M'],
  ['12:30 AM', 'twelve thirty A-M'],
  ['14:15', 'two fifteen P-M'],
  ['09:00', 'nine A-M'],
  ['8:30', 'eight thirty'],
]);
said('price', [
  ['$29.99', 'twenty-nine ninety-nine'],
  ['$109.97', 'one hundred nine ninety-seven'],
  ['$0.99', 'ninety-nine cents'],
  ['$0.01', 'one cent'],
  ['$1.00', 'one dollar'],
  ['$20', 'twenty dollars'],
  ['$20.05', 'twenty dollars and five cents'],
  ['$100.50', 'one hundred dollars and fifty cents'],
  ['$1,126.04', 'one thousand one hundred twenty-six dollars and four cents'],
  ['$1,126.40', 'one thousand one hundred twenty-six dollars and forty cents'],
  ['29.99', 'twenty-nine ninety-nine'],
  ['-$5.00', 'minus five dollars'],
]);
said('zip', [
  ['02134', 'zero-two-one-three-four'],
  ['78701-1234', 'seven-eight-seven-zero-one, one-two-three-four'],
]);
said('phone', [
  ['+1 512 555 0142', 'five-one-two, five-five-five, zero-one-four-two'],
  ['(512) 555-0142', 'five-one-two, five-five-five, zero-one-four-two'],
  ['5125550142', 'five-one-two, five-five-five, zero-one-four-two'],
  ['+44 20 7946 0958', 'plus four-four, two-zero, seven-nine-four-six, zero-nine-five-eight'],
]);
said('card', [
  ['4111111111111111', 'ending in one-one-one-one'],
  ['Visa ending in 4242', 'Visa ending in four-two-four-two'],
]);
said('email', [
  ['john_doe@yahoo.co.uk', 'john underscore doe at yahoo dot co dot U-K'],
  ['Sam+orders99@hp.com', 'sam plus orders nine-nine at H-P dot com'],
]);
said('url', [
  ['https://yourstore.com/track', 'yourstore dot com slash track'],
  ['www.my-shop.co.uk/', 'my dash shop dot co dot U-K'],
]);
said('item', [
  ['2 x Classic Tee - Navy, Size M', 'two Classic Tees, navy, size medium'],
  ['1 x Classic Tee - Navy, Size XL', 'one Classic Tee, navy, size extra large'],
  ['3 x Jogger Pants - Heather Grey, Size 10', 'three Jogger Pants, heather grey, size ten'],
  ['2 x Gift Box', 'two Gift Boxes'],
  ['Coffee Mug - White', 'Coffee Mug, white'],
]);
said('address', [['Austin, TX 78701', 'Austin, Texas, seven-eight-seven-zero-one']]);
said('address_full', [
  ['123 Main St, Austin, TX 78701', 'one twenty-three Main Street, Austin, Texas, seven-eight-seven-zero-one'],
  ['350 5th Ave, New York, NY 10118', 'three fifty Fifth Avenue, New York, New York, one-zero-one-one-eight'],
  [
    '1500 N Lamar Blvd, Apt 4B, Austin, TX 78701',
    'fifteen hundred North Lamar Boulevard, Apartment four B, Austin, Texas, seven-eight-seven-zero-one',
  ],
  [
    '105 St. Marks Pl, St. Louis, MO 63101',
    'one oh five Saint Marks Place, Saint Louis, Missouri, six-three-one-zero-one',
  ],
]);
said('text', [
  ['Delivered by 2 PM ET.', 'Delivered by two P-M Eastern.'],
  ['Order by 2 p.m. today. By 2:30 p.m. We ship.', 'Order by two P-M today. By two thirty P-M. We ship.'],
  [
    'Your order ORD-12345 arrives Sunday, March 8 and cost $29.99.',
    'Your order O-R-D-one-two-three-four-five arrives Sunday, March eighth and cost twenty-nine ninety-nine.',
  ],
  ['Your tracking number is 1Z999AA1, via UPS.', 'Your tracking number is one-Z-nine-nine-nine-A-A-one, via U-P-S.'],
  ['FedEx 123456789012', 'FedEx one-two-three-four-five-six-seven-eight-nine-zero-one-two'],
  ['Standard: 5-7 business days, free over $50', 'Standard: five to seven business days, free over fifty dollars'],
  ['10–21 days', 'ten to twenty-one days'],
  ['on March 8, 2026.', 'on March eighth.'],
  ['on Sunday, 2026-03-08, or Sat, Mar 14, 2027', 'on Sunday, March eighth, or Saturday, March fourteenth, twenty twenty-seven'],
  ['the 15-day window, 10% off, 2.5 miles, 1,234 points, 8th place', 'the fifteen-day window, ten percent off, two point five miles, one thousand two hundred thirty-four points, eighth place'],
  ['2 items, all for Visa ending in 4242.', 'two items, all for Visa ending in four-two-four-two.'],
  ['the parcel with 2 x Classic Tee - Navy, Size M', 'the parcel with two Classic Tees, Navy, Size medium'],
  ['Call +1 212 555 0100 or (512) 555-0142.', 'Call two-one-two, five-five-five, zero-one-zero-zero or five-one-two, five-five-five, zero-one-four-two.'],
  ['Monday to Friday, 9 AM to 6 PM ET.', 'Monday to Friday, nine A-M to six P-M Eastern.'],
  ['Write to help@yourstore.com, or see https://yourstore.com/track.', 'Write to help at yourstore dot com, or see yourstore dot com slash track.'],
  ['It ships to Austin, TX 78701, soon.', 'It ships to Austin, Texas, seven-eight-seven-zero-one, soon.'],
  ['A card 4242 4242 4242 4242, once', 'A card ending in four-two-four-two, once'],
  ['Sure, OK. I may call in May, or in May 2026', 'Sure, OK. I may call in May, or in May twenty twenty-six'],
]); // prettier-ignore

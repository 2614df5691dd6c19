import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say, type SayKind } from './say.ts';

const context = { today: '2026-03-05', timeZone: 'America/New_York' };

const cases: Partial<Record<SayKind, readonly (readonly [written: string, speech: string])[]>> = {
  price: [
    ['$100', 'one hundred dollars'],
    ['$1,000', 'one thousand dollars'],
    ['1126.04', 'one thousand one hundred twenty-six dollars and four cents'],
    ['$2,500.50', 'two thousand five hundred dollars and fifty cents'],
    ['$30.00', 'thirty dollars'],
    ['$30.10', 'thirty ten'],
    ['$0', 'zero dollars'],
    ['$0.00', 'zero dollars'],
    ['$1.01', 'one dollar and one cent'],
    ['$2.50', 'two fifty'],
    ['free', 'free'],
    ['$', '$'],
    ['abc', 'abc'],
  ],
  date: [
    ['tomorrow', 'tomorrow'],
    ['2026-13-45', '2026-13-45'],
    ['2025-12-25', 'Thursday, December twenty-fifth, twenty twenty-five'],
    ['2026-01-01', 'Thursday, January first'],
    ['2000-02-29', 'Tuesday, February twenty-ninth, two thousand'],
    ['March 8', 'March eighth'],
    ['2026-03-08T23:30:00-08:00', 'Monday, March ninth'],
  ],
  time: [
    ['noon', 'noon'],
    ['2pm', 'two P-M'],
    ['14:00', 'two P-M'],
    ['2:00 PM EST', 'two P-M Eastern'],
    ['12 PM PT', 'twelve P-M Pacific'],
    ['25:00', '25:00'],
    ['9:05 AM CT', 'nine oh five A-M Central'],
    ['10:00-11:00', 'ten to eleven'],
  ],
  zip: [
    ['78701', 'seven-eight-seven-zero-one'],
    ['M5V 3L9', 'M-five-V, three-L-nine'],
  ],
  phone: [
    ['512-555-0142', 'five-one-two, five-five-five, zero-one-four-two'],
    ['555-0142', 'five-five-five, zero-one-four-two'],
    ['1-800-555-0199', 'eight-zero-zero, five-five-five, zero-one-nine-nine'],
    ['none', 'none'],
    ['5125550142 x12', 'five-one-two, five-five-five, zero-one-four-two, extension one-two'],
  ],
  card: [
    ['Mastercard **** 4444', 'Mastercard ending in four-four-four-four'],
    ['4242', 'ending in four-two-four-two'],
    ['American Express ending in 0005', 'American Express ending in zero-zero-zero-five'],
    ['gift card', 'gift card'],
    ['Visa 4242', 'Visa ending in four-two-four-two'],
    ['visa •••• 1111', 'visa ending in one-one-one-one'],
    ['4111-1111-1111-1111', 'ending in one-one-one-one'],
    ['PayPal', 'PayPal'],
  ],
  email: [
    ['customer@email.com', 'customer at email dot com'],
    ['j.smith99@hp.com', 'J dot smith nine-nine at H-P dot com'],
    ['sam+orders@outlook.com', 'sam plus orders at outlook dot com'],
    ['a-b@x.io', 'A dash B at X dot I-O'],
    ['info@shop.us', 'info at shop dot U-S'],
    ['bob007@gmail.com', 'bob zero-zero-seven at gmail dot com'],
  ],
  item: [
    ['Classic Tee - Navy, Size M', 'Classic Tee, navy, size medium'],
    ['2 x Classic Tee - Navy, Size XL', 'two Classic Tees, navy, size extra large'],
    ['1 x Jogger Pants - Black, Size L', 'one Jogger Pants, black, size large'],
    ['3 x Coffee Mug', 'three Coffee Mugs'],
    ['2 x Watch - Gold', 'two Watches, gold'],
    ['2 x Summer Dress - Red, Size 8', 'two Summer Dresses, red, size eight'],
    ['2 x Battery - AA', 'two Batteries, AA'],
    ['2 x Bookshelf', 'two Bookshelves'],
    ['2 x Kitchen Knife', 'two Kitchen Knives'],
    ['2 x Set of 4 Mugs', 'two Sets of four Mugs'],
    ['2 x Wool Scarf', 'two Wool Scarves'],
    ['2 × Toy Car', 'two Toy Cars'],
    ['12 x Pair of Socks', 'twelve Pairs of Socks'],
    ['10 x Sunglasses', 'ten Sunglasses'],
    ['2 x Photo', 'two Photos'],
    ['2x Classic Tee', 'two Classic Tees'],
    ['2 Classic Tee', 'two Classic Tee'],
    ['Running Shoes - White/Blue, Size 10.5', 'Running Shoes, white and blue, size ten point five'],
    ['Jeans - Dark Blue, Size 32x34', 'Jeans, dark blue, size thirty-two by thirty-four'],
  ],
  address: [['Toronto, ON M5V 2T6', 'Toronto, Ontario, M-five-V, two-T-six']],
  address_full: [
    ['PO Box 42, Salem, OR 97301', 'P-O Box four-two, Salem, Oregon, nine-seven-three-zero-one'],
    [
      '1200 S Congress Ave Unit 7, Austin, TX 78704',
      'twelve hundred South Congress Avenue Unit seven, Austin, Texas, seven-eight-seven-zero-four',
    ],
    ['10 Downing St, London', 'ten Downing Street, London'],
    [
      '2005 Elm St, Apt 2B, Dallas, TX 75201',
      'twenty oh five Elm Street, Apartment two B, Dallas, Texas, seven-five-two-zero-one',
    ],
    [
      '400 NE 2nd Ave, Miami, FL 33132',
      'four hundred Northeast Second Avenue, Miami, Florida, three-three-one-three-two',
    ],
    ['99 Rue St-Denis, Montreal, QC H2X 3K3', 'ninety-nine Rue St-Denis, Montreal, Quebec, H-two-X, three-K-three'],
  ],
  url: [
    ['https://yourstore.com/track?order=1', 'yourstore dot com slash track'],
    ['yourstore.com', 'yourstore dot com'],
    ['http://www.my-shop.co.uk/returns/', 'my dash shop dot co dot U-K slash returns'],
    ['not a url', 'not a url'],
  ],
  order_number: [['--', '--']],
  tracking_number: [
    ['1Z999AA10123456784', 'one-Z-nine-nine-nine-A-A-one-zero-one-two-three-four-five-six-seven-eight-four'],
  ],
  code: [['RMA-10234', 'R-M-A-one-zero-two-three-four']],
};

describe.each(Object.entries(cases))('%s', (kind, some) => {
  test.each(some)('%j → %j', (written, speech) => expect(say(kind as SayKind, written, context)).toBe(speech));
});

const kinds: SayKind[] = [
  'order_number', 'tracking_number', 'code', 'date', 'time', 'price', 'zip', 'phone', 'card', 'email', 'url', 'item', 'address',
  'address_full', 'text',
]; // prettier-ignore

const signs = [
  '😀',
  '½',
  '—',
  '–',
  '€',
  '**',
  '_',
  '[',
  '](',
  ')',
  '<b>',
  '&amp;',
  '|',
  '\u00a0',
  '\n',
  '\\',
  '#',
  ' ',
  'tee',
  '5',
  'XL',
  '\ud83d',
];

/** Where a link leads, a sign of HTML, a tag: nothing is said of them. */
const forTheEye = /\]\([^()]*\)|&#?\w+;|<[^<>]*>/g;

test('says something of whatever it is given, and never throws', () => {
  const written = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((some) => some.join('')),
    fc.constantFrom(
      '9'.repeat(400),
      `${'9'.repeat(400)}.5`,
      `$${'9'.repeat(400)}`,
      `1${',000'.repeat(200)}`,
      `${'9'.repeat(400)} x Tee`,
    ),
    fc.stringMatching(/^[\d$€.,:\/x+ -]{1,12}$/),
  );
  fc.assert(
    fc.property(fc.constantFrom(...kinds), written, (kind, value) => {
      const speech = say(kind, value, context);
      expect(typeof speech).toBe('string');
      const forTheEar = value.replace(forTheEye, '');
      if (/[a-z]{3}/.test(forTheEar)) expect(speech).not.toBe('');
    }),
    { numRuns: 1_000 },
  );
});

test('says the same of an amount, a date and a number in a sentence as by itself', () => {
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.nat(99_999), day, fc.stringMatching(/^\d{5}$/), (cents, date, digits) => {
      const price = `$${(cents / 100).toFixed(2)}`;
      const iso = date.toISOString().slice(0, 10);
      const sentence = `It cost ${price} on ${iso}, order ORD-${digits}.`;
      expect(say('text', sentence, context)).toBe(
        `It cost ${say('price', price, context)} on ${say('date', iso, context)}, order ${say('order_number', `ORD-${digits}`, context)}.`,
      );
    }),
  );
});

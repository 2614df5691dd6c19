import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hearOrderNumber } from './hear-order-number.ts';

const formats = ['ORD-#####', '#W#######'];
const hear = (text: string) => hearOrderNumber(text, formats);

describe('hears a number however it is said', () => {
  test.each([
    ['O R D dash one two three four five', 'ORD-12345'],
    ['order one two three four five', 'ORD-12345'],
    ['twelve thousand three hundred forty-five', 'ORD-12345'],
    ['twelve thousand three hundred and forty five', 'ORD-12345'],
    ['12 thousand 345', 'ORD-12345'],
    ['twelve three forty-five', 'ORD-12345'],
    ['one twenty-three forty-five', 'ORD-12345'],
    ['ORD hyphen double one three four five', 'ORD-11345'],
    ['order triple five one two', 'ORD-55512'],
    ['oh are dee dash oh oh one oh seven', 'ORD-00107'],
    ['double zero one zero seven', 'ORD-00107'],
    ['O as in orange R as in Robert D as in David five five one two three', 'ORD-55123'],
    ['O for Orange R for Robert D for David 1 2 3 4 5', 'ORD-12345'],
    ['oscar romeo delta one two three four five', 'ORD-12345'],
    ['um O R D dash uh one two um three four five', 'ORD-12345'],
    ['one two to four five', 'ORD-12245'],
    ['hashtag double u two three seven eight one five six', '#W2378156'],
    ['number W two three seven eight one five six', '#W2378156'],
    ['two million three hundred seventy-eight thousand one hundred fifty-six', '#W2378156'],
    ['oh, one two three four five', 'ORD-12345'],
  ])('%s', (text, value) => expect(hear(text)).toEqual({ status: 'heard', value }));
});

describe('hears a number as it is typed', () => {
  test.each([
    ['ORD-12345', 'ORD-12345'],
    ['ord12345', 'ORD-12345'],
    ['Ord. 12,345', 'ORD-12345'],
    ['O.R.D. 12345', 'ORD-12345'],
    ['ORD 123 45', 'ORD-12345'],
    ['ORD-OO1O7', 'ORD-00107'],
    ['My order is ORD-12345, thanks!', 'ORD-12345'],
    ['order #12345', 'ORD-12345'],
    ['12345 is my order number', 'ORD-12345'],
    ['#W2378156', '#W2378156'],
    ['w2378156.', '#W2378156'],
    ['ORD-12345 ORD-12345', 'ORD-12345'],
    ['Where is my order ORD-12345? My email is customer@email.com', 'ORD-12345'],
  ])('%s', (text, value) => expect(hear(text)).toEqual({ status: 'heard', value }));
});

describe('takes a correction', () => {
  test.each([
    ['one two three four six no wait five', 'ORD-12345'],
    ['one two three five no wait four five', 'ORD-12345'],
    ['one two three, no wait, four, four five', 'ORD-12445'],
    ['12345 sorry 54321', 'ORD-54321'],
    ["12345, no it's 54321", 'ORD-54321'],
    ['not 12346, 12345', 'ORD-12345'],
    ['ORD one two three four five scratch that five four three two one', 'ORD-54321'],
  ])('%s', (text, value) => expect(hear(text)).toEqual({ status: 'heard', value }));
});

describe('picks the order number out of a sentence with other numbers', () => {
  test.each([
    ['my zip is 78701 and the order is 12345', 'ORD-12345'],
    ['it is 12345 and my phone is 512 555 0142', 'ORD-12345'],
    ['I bought 2 shirts for $59.98, order ORD-12345, zip 78701', 'ORD-12345'],
  ])('%s', (text, value) => expect(hear(text)).toEqual({ status: 'heard', value }));
});

test('asks which, when there are two', () => {
  expect(hear('ORD-12345 or ORD-54321')).toEqual({ status: 'ambiguous', candidates: ['ORD-12345', 'ORD-54321'] });
  expect(hear('12345, 54321')).toEqual({ status: 'ambiguous', candidates: ['ORD-12345', 'ORD-54321'] });
  expect(hear('12345 or six')).toEqual({ status: 'ambiguous', candidates: ['ORD-12345', 'ORD-12346'] });
  expect(hearOrderNumber('12345', ['A-#####', 'B-#####'])).toEqual({
    status: 'ambiguous',
    candidates: ['A-12345', 'B-12345'],
  });
});

describe('notices that part is missing', () => {
  test.each([
    'ORD one two three',
    'one two three four',
    'one two three four five six',
    'ORD',
    'ORD-1234',
    'ORD-123456',
    'ninety nine',
    'order number one two three',
    'one two three four five no wait',
  ])('%s', (text) => expect(hear(text)).toEqual({ status: 'incomplete' }));
});

describe('hears nothing where there is none', () => {
  test.each([
    'my zip is seven eight seven oh one',
    'I live in Austin, TX 78701',
    'I live at 12345 Main Street',
    'I do not have the number',
    'my phone is 512-555-0142',
    'five one two five five five oh one four two',
    'call me at five five five zero one four two',
    'I bought two shirts',
    'it cost $12,345',
    'I paid twelve thousand dollars',
    'my card ends in 4242',
    'my card is 4111 1111 1111 1111',
    'john12345@gmail.com',
    'jane one two three four five at gmail dot com',
    '1Z999AA10123456784',
    'ABC-12345',
    '5-7 business days',
    'I am 35 years old',
    'what are you',
    'no',
    'oh',
    '',
  ])('%s', (text) => expect(hear(text)).toEqual({ status: 'none' }));
});

test('knows whatever formats a store has', () => {
  expect(
    hearOrderNumber('one one one two two two two two two two three three three three three three three', [
      '###-#######-#######',
    ]),
  ).toEqual({
    status: 'heard',
    value: '111-2222222-3333333',
  });
  expect(hearOrderNumber('S O four two dash U S one one one', ['SO##-US###'])).toEqual({
    status: 'heard',
    value: 'SO42-US111',
  });
});

const names = 'zero one two three four five six seven eight nine'.split(' ');
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const below100 = (value: number): string =>
  value < 10
    ? (names[value] ?? '')
    : value < 20
      ? (teens[value - 10] ?? '')
      : `${tens[Math.floor(value / 10)] ?? ''}${value % 10 === 0 ? '' : `-${names[value % 10] ?? ''}`}`;
const below1000 = (value: number): string =>
  value < 100
    ? below100(value)
    : `${names[Math.floor(value / 100)] ?? ''} hundred${value % 100 === 0 ? '' : ` ${below100(value % 100)}`}`;

const ways: ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => Array.from(digits).join(' '),
  (digits) => Array.from(digits, (digit) => names[Number(digit)]).join(' '),
  (digits) => Array.from(digits, (digit) => (digit === '0' ? 'oh' : names[Number(digit)])).join(', '),
  (digits) => Array.from(digits, (digit) => names[Number(digit)]).join(' um '),
  (digits) =>
    digits.replace(/(\d)\1|\d/g, (same) => `${same.length === 2 ? 'double ' : ''}${names[Number(same[0])] ?? ''} `),
];
const cardinal = (digits: string) =>
  `${below1000(Number(digits.slice(0, 2)))} thousand${Number(digits.slice(2)) === 0 ? '' : ` ${below1000(Number(digits.slice(2)))}`}`;
const leads = [
  '',
  'my order number is ',
  "it's ",
  'ORD ',
  'O R D dash ',
  'oh are dee ',
  'oscar romeo delta ',
  'yes, order ',
];

test('hears any number back that is said in any of these ways', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{5}$/),
      fc.constantFrom(...ways),
      fc.constantFrom(...leads),
      (digits, way, lead) => {
        expect(hear(lead + way(digits))).toEqual({ status: 'heard', value: `ORD-${digits}` });
      },
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 99_999 }), (value) => {
      expect(hear(cardinal(String(value)))).toEqual({ status: 'heard', value: `ORD-${String(value)}` });
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^\d{7}$/), fc.constantFrom(...ways), (digits, way) => {
      expect(hear(`hash W ${way(digits)}`)).toEqual({ status: 'heard', value: `#W${digits}` });
    }),
  );
});

test('hears none in sentences that hold none, and never throws', () => {
  const words = fc.constantFrom(
    ...'where is my order please i want to return the shirt are you there what did say for today it was too late oh see why'.split(
      ' ',
    ),
  );
  fc.assert(fc.property(fc.array(words, { maxLength: 12 }), (some) => hear(some.join(' ')).status === 'none'));
  fc.assert(
    fc.property(fc.string(), (text) => ['heard', 'ambiguous', 'incomplete', 'none'].includes(hear(text).status)),
  );
});

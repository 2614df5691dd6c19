import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber, withoutCardNumbers } from './card-number.ts';

const removed = '[card number removed]';

describe('removes a card number', () => {
  test.each([
    ['4242424242424242'],
    ['4242 4242 4242 4242'],
    ['4242-4242-4242-4242'],
    ['4242 – 4242 – 4242 – 4242'],
    ['3782 822463 10005'],
    ['378282246310005'],
    ['4222222222222'],
    ['4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2'],
    ['four two four two four two four two four two four two four two four two'],
    ['forty-two forty-two forty-two forty-two forty two forty two forty two forty two'],
    ['Forty-two 42 4242, um, four two forty-two 4242'],
    ['four two for two, four two four two, and four two four two, four two four two'],
    ['five triple five, double five double five, five five five five, double four double four'],
    ['4000 oh five six six 5566 5556'],
    ['1234567812345670'],
  ])('%s', (card) => {
    expect(withoutCardNumbers(`My card is ${card}, ok?`)).toBe(`My card is ${removed}, ok?`);
    expect(withoutCardNumbers(card)).toBe(removed);
  });

  test('and leaves the expiry date and what else is said', () => {
    expect(withoutCardNumbers('Visa 4242 4242 4242 4242 exp 12/28, order ORD-12345')).toBe(
      `Visa ${removed} exp 12/28, order ORD-12345`,
    );
  });

  test('and every further one', () => {
    expect(withoutCardNumbers('4242424242424242 or 378282246310005')).toBe(`${removed} or ${removed}`);
  });
});

describe('leaves what is no card number', () => {
  test.each([
    'ORD-12345',
    'order one two three four five',
    '#W2378156',
    'My tracking number is 1Z999AA10123456784.',
    'FedEx 123456789012',
    'USPS 9400111899223197428490',
    'Call +1 512 555 0142 or 512-555-0143',
    'one two three four five, and my phone is five one two five five five oh one four two',
    'The number is 12345, phone 512 555 0142',
    '4242 4242 4242 4241',
    'Visa ending in 4242',
    'two shirts for $109.97, 78701',
    'GB29NWBK60161331926819',
    '0000000000000000',
    'to be or not to be',
    '',
  ])('%s', (text) => expect(withoutCardNumbers(text)).toBe(text));
});

const card = fc
  .tuple(fc.constantFrom('4', '51', '6011', '2221'), fc.stringMatching(/^\d{14}$/))
  .map(([lead, rest]) => withCheckDigit((lead + rest).slice(0, 15)));

test('finds any card number of sixteen digits, however it is grouped or said', () => {
  const words = 'zero one two three four five six seven eight nine'.split(' ');
  const ways: ((digits: string) => string)[] = [
    (digits) => digits,
    (digits) => digits.replace(/(.{4})(?!$)/g, '$1 '),
    (digits) => digits.replace(/(.{4})(?!$)/g, '$1-'),
    (digits) => Array.from(digits, (digit) => words[Number(digit)]).join(' '),
    (digits) => Array.from(digits, (digit) => (digit === '0' ? 'oh' : words[Number(digit)])).join(', '),
    (digits) => digits.replace(/(.)\1/g, (pair) => ` double ${words[Number(pair[0])] ?? ''} `),
  ];
  fc.assert(
    fc.property(card, fc.constantFrom(...ways), (digits, way) => {
      expect(withoutCardNumbers(`It's ${way(digits)}!`).replace(/\s/g, '')).toBe(`It's${removed}!`.replace(/\s/g, ''));
    }),
  );
});

test('changes nothing the second time, and nothing in words without numbers', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = withoutCardNumbers(text);
      expect(withoutCardNumbers(once)).toBe(once);
    }),
  );
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z .,!?]*$/), (text) => withoutCardNumbers(text) === text));
});

test('tells a card number by its length and check digit', () => {
  expect(isCardNumber('4242424242424242')).toBe(true);
  expect(isCardNumber('4242424242424243')).toBe(false);
  expect(isCardNumber('42')).toBe(false);
});

function withCheckDigit(body: string): string {
  return Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(isCardNumber) ?? '';
}

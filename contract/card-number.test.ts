import { expect, test } from 'vitest';
import { withoutCardNumbers } from './card-number.ts';

const removed = '[card number removed]';

test.each([
  ['my card is 4111111111111111', `my card is ${removed}`],
  ['4111 1111 1111 1111, please', `${removed}, please`],
  ['it is 4111-1111-1111-1111 12/26 123', `it is ${removed} 12/26 123`],
  ['Amex 3782 822463 10005 ok', `Amex ${removed} ok`],
  ['four one one one one one one one one one one one one one one one', removed],
  ['four triple one, double one double one and double one double one, then double one double one', removed],
  ['four one eleven eleven eleven eleven eleven eleven eleven', removed],
  ['4111 1111 1111 1111 737', `${removed} 737`],
  [
    'it is forty-two forty-two forty-two forty-two forty-two forty-two forty-two forty-two thanks',
    `it is ${removed} thanks`,
  ],
])('drops the card number of %j', (said, kept) => {
  expect(withoutCardNumbers(said)).toBe(kept);
});

test.each([
  'My order is ORD-12345, tracking 1Z999AA10123456784',
  'USPS 9400 1000 0000 0000 0000 00',
  'FedEx 449044304137821',
  '4111 1111 1111 1112 has no valid check digit',
  'call +1 512 555 0142 or 212-555-0100',
  'one two three four five',
  'two of one and one of the other, for eighty-two dollars',
])('leaves %j as it is', (said) => {
  expect(withoutCardNumbers(said)).toBe(said);
});

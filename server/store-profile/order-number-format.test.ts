import { expect, test } from 'vitest';
import { canonicalOrderNumber } from './order-number-format.ts';

const formats = ['ORD-#####', '#W#######'];

test.each([
  ['ORD-12345', 'ORD-12345'],
  ['ord12345', 'ORD-12345'],
  [' ord 12345 ', 'ORD-12345'],
  ['#W2378156', '#W2378156'],
  ['w2378156', '#W2378156'],
])('reads %s as %s', (text, written) => {
  expect(canonicalOrderNumber(formats, text)).toBe(written);
});

test.each(['ORD-1234', 'ORD-123456', 'ORD-1234A', '12345', 'W12345', '', '#'])(
  'finds no order number in "%s"',
  (text) => {
    expect(canonicalOrderNumber(formats, text)).toBeUndefined();
  },
);

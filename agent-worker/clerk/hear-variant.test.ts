import { expect, test } from 'vitest';
import { hearVariant } from './hear-variant.ts';

const option = (colour: string, size: string, isInStock = true) => ({
  sku: `${colour}-${size}`,
  name: `Classic Tee - ${colour}, Size ${size}`,
  variant: { colour, size },
  is_in_stock: isInStock,
  price_difference_cents: 0,
});
const tee = {
  line: 1,
  name: 'Classic Tee - Navy, Size M',
  variant: { colour: 'Navy', size: 'M' },
  axes: ['size', 'colour'],
  options: [
    option('Navy', 'S'),
    option('Navy', 'L'),
    option('Navy', 'XL', false),
    option('White', 'M'),
    option('White', 'L'),
  ],
  say: 'The Classic Tee also comes in …',
};
const shoes = {
  ...tee,
  variant: { colour: 'Grey', size: '9' },
  options: [option('Grey', '8'), option('Grey', '10')],
};

test.each([
  ['large', { size: 'L' }],
  ['a large please', { size: 'L' }],
  ['size L', { size: 'L' }],
  ['extra large', { size: 'XL' }],
  ['XL', { size: 'XL' }],
  ['the white one', { colour: 'White' }],
  ['white in large', { size: 'L', colour: 'White' }],
  ['I want a bigger size', { size: 'L' }],
  ['something smaller', { size: 'S' }],
  ['same size but in white', { colour: 'White' }],
  ['medium', { size: 'M' }],
  ['the navy one in small', { size: 'S' }],
  ['green', undefined],
  ['yes', undefined],
])('%s', (text, variant) => {
  expect(hearVariant(text, tee)).toEqual(variant);
});

test('knows sizes in numbers, said or typed', () => {
  expect(hearVariant('a ten', shoes)).toEqual({ size: '10' });
  expect(hearVariant('size 8', shoes)).toEqual({ size: '8' });
  expect(hearVariant('one size up', shoes)).toEqual({ size: '10' });
});

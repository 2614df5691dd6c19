import { expect, test } from 'vitest';
import { seedOrder } from '../../test/support/seed-order.ts';
import type { Variant } from '../orders/order.ts';
import { writtenChoices } from './written-choices.ts';

const [navyM] = seedOrder.lines;
if (navyM === undefined) throw new Error('the seed order has lines');

const tee = (colour: string, size: string): Variant => ({
  sku: `TEE-${colour}-${size}`,
  name: `Classic Tee - ${colour}, Size ${size}`,
  options: { colour, size },
  priceCents: 2999,
  available: 4,
});

test('choices are told by what they differ in', () => {
  expect(writtenChoices([tee('Navy', 'L'), tee('Navy', 'XL'), tee('White', 'M')], navyM)).toBe('L, XL and White');
});

test('those that differ in two things are told when there is nothing nearer', () => {
  expect(writtenChoices([tee('Navy', 'L'), tee('White', 'S')], navyM)).toBe('L');
  expect(writtenChoices([tee('White', 'S')], navyM)).toBe('White S');
});

test('of many, six', () => {
  const sizes = ['1', '2', '3', '4', '5', '6', '7', '8'].map((size) => tee('Navy', size));
  expect(writtenChoices(sizes, navyM)).toBe('1, 2, 3, 4, 5 and 6');
  expect(writtenChoices([], navyM)).toBeUndefined();
});

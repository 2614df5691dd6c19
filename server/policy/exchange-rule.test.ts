import { expect, test } from 'vitest';
import { seedOrder } from '../../test/support/seed-order.ts';
import type { Variant } from '../orders/order.ts';
import { chooseVariant, choicesFor, optionsFor, type Choice } from './exchange-rule.ts';

const [navyM] = seedOrder.lines;
if (navyM === undefined) throw new Error('the seed order has lines');

const tee = (colour: string, size: string, rest: Partial<Variant> = {}): Variant => ({
  sku: `TEE-${colour}-${size}`,
  name: `Classic Tee - ${colour}, Size ${size}`,
  options: { colour, size },
  priceCents: 2999,
  available: 4,
  ...rest,
});
const variants = [
  tee('Navy', 'M', { sku: 'TEE-NVY-M' }),
  tee('Navy', 'L'),
  tee('Navy', 'XL', { available: 0 }),
  tee('White', 'M', { available: 1 }),
  tee('Gold', 'M', { priceCents: 3999 }),
  tee('Grey', 'M', { priceCents: 2499 }),
];
const choose = (wanted: Record<string, string>, changes: Partial<Choice> = {}) =>
  chooseVariant({
    order: seedOrder,
    line: navyM,
    quantity: 1,
    wanted,
    variants,
    axes: ['size', 'colour'],
    isPriceWaived: false,
    ...changes,
  });

test('M to L, in stock, is chosen', () => {
  expect(choose({ size: 'L' })).toMatchObject({ is: 'chosen', variant: { sku: 'TEE-Navy-L' }, cheaperByCents: 0 });
  expect(choose({ size: ' l ' })).toMatchObject({ is: 'chosen', variant: { sku: 'TEE-Navy-L' } });
});

test('the other axes stay as they are', () => {
  expect(choose({ colour: 'white' })).toMatchObject({ variant: { options: { colour: 'White', size: 'M' } } });
});

test('the same variant is no exchange', () => {
  expect(choose({ size: 'M' })).toEqual({ is: 'same_variant' });
  expect(choose({})).toEqual({ is: 'same_variant' });
});

test('what the item does not come in, or may not be exchanged by, there is not', () => {
  expect(choose({ size: 'XXS' })).toEqual({ is: 'no_such_variant' });
  expect(choose({ size: 'L' }, { axes: ['colour'] })).toEqual({ is: 'no_such_variant' });
  expect(choose({ material: 'Silk' })).toEqual({ is: 'no_such_variant' });
});

test('more than is there is out of stock', () => {
  expect(choose({ size: 'XL' })).toMatchObject({ is: 'out_of_stock', variant: { options: { size: 'XL' } } });
  expect(choose({ colour: 'White' }, { quantity: 2 })).toMatchObject({ is: 'out_of_stock' });
});

test('one that costs more is for a person to allow; of one that costs less the difference goes back', () => {
  expect(choose({ colour: 'Gold' })).toMatchObject({ is: 'dearer' });
  expect(choose({ colour: 'Gold' }, { isPriceWaived: true })).toMatchObject({ is: 'chosen', cheaperByCents: 0 });
  expect(choose({ colour: 'Grey' })).toMatchObject({ is: 'chosen', cheaperByCents: 500 });
});

test('of an order with a discount, the difference is less by as much as the item was', () => {
  // 100 of the 109.97 were off: of the 29.99 for a tee, 2.72 were paid.
  const order = { ...seedOrder, discountCents: 10_000, totalCents: 997 };
  expect(choose({ colour: 'Grey' }, { order })).toMatchObject({ is: 'chosen', cheaperByCents: 45 });
  expect(choose({ size: 'L' }, { order })).toMatchObject({ is: 'chosen', cheaperByCents: 0 });
});

test('a store that does not tell its variants leaves it to a person', () => {
  expect(choose({ size: 'L' }, { variants: undefined })).toEqual({ is: 'facts_unknown' });
});

test('what a line may be exchanged for differs only where it may, and can be had when it is in stock and no dearer', () => {
  expect(optionsFor(navyM, variants, ['size', 'colour']).map(({ sku }) => sku)).toEqual([
    'TEE-Navy-L',
    'TEE-Navy-XL',
    'TEE-White-M',
    'TEE-Gold-M',
    'TEE-Grey-M',
  ]);
  expect(optionsFor(navyM, variants, ['size']).map(({ sku }) => sku)).toEqual(['TEE-Navy-L', 'TEE-Navy-XL']);
  expect(choicesFor(navyM, variants, ['size', 'colour']).map(({ sku }) => sku)).toEqual([
    'TEE-Navy-L',
    'TEE-White-M',
    'TEE-Grey-M',
  ]);
});

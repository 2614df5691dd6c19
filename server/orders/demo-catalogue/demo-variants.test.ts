import { expect, test } from 'vitest';
import { demoOrders } from '../demo-orders.ts';
import { demoVariants } from './demo-variants.ts';

const variants = demoVariants();
const lines = demoOrders('2026-03-05', 'America/New_York').flatMap((order) => order.lines);

test('everything that was bought is sold, by the same name and options, each sku once', () => {
  expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
  for (const { sku, name, variant, unit_price_cents } of lines) {
    expect(variants.find((of) => of.sku === sku)).toMatchObject({
      name,
      options: variant,
      price_cents: unit_price_cents,
    });
  }
});

test("the seed's tee can be had a size larger, one size is out of stock, and of one there is a last unit", () => {
  const stockOf = (sku: string) => variants.find((of) => of.sku === sku)?.stock;
  expect(stockOf('TEE-NVY-L')).toBeGreaterThan(1);
  expect(stockOf('TEE-NVY-XL')).toBe(0);
  expect(stockOf('TEE-WHT-S')).toBe(1);
});

test('of what was delivered lately, one colour costs more and one less', () => {
  const priceOf = (sku: string) => variants.find((of) => of.sku === sku)?.price_cents ?? 0;
  expect(priceOf('RNJ-SLV-M')).toBeGreaterThan(priceOf('RNJ-OLV-M'));
  expect(priceOf('JOG-GRY-L')).toBeLessThan(priceOf('JOG-BLK-L'));
});

import { expect, test } from 'vitest';
import { statusAfter } from './status-after-rule.ts';

const none = {
  quantity: 2,
  shipped_quantity: 0,
  delivered_quantity: 0,
  cancelled_quantity: 0,
  returned_quantity: 0,
  refunded_quantity: 0,
};

test('an order is cancelled once nothing of it is left to send', () => {
  const cancelled = { ...none, cancelled_quantity: 2, refunded_quantity: 2 };
  expect(statusAfter('processing', [cancelled, cancelled])).toBe('cancelled');
  expect(statusAfter('processing', [cancelled, none])).toBe('processing');
});

test('what was partly sent is sent once the rest is cancelled, and delivered when all of it came', () => {
  const rest = { ...none, cancelled_quantity: 2, refunded_quantity: 2 };
  expect(statusAfter('partially_shipped', [{ ...none, shipped_quantity: 2 }, rest])).toBe('shipped');
  expect(statusAfter('partially_shipped', [{ ...none, shipped_quantity: 2, delivered_quantity: 2 }, rest])).toBe(
    'delivered',
  );
  expect(statusAfter('partially_shipped', [{ ...none, shipped_quantity: 1 }, rest])).toBe('partially_shipped');
});

test('an order is returned once all of it came back, and refunded once all of it was paid back', () => {
  const came = { ...none, shipped_quantity: 2, delivered_quantity: 2 };
  expect(statusAfter('delivered', [{ ...came, returned_quantity: 1 }])).toBe('delivered');
  expect(statusAfter('delivered', [{ ...came, returned_quantity: 2 }])).toBe('returned');
  expect(statusAfter('returned', [{ ...came, returned_quantity: 2, refunded_quantity: 2 }])).toBe('refunded');
  expect(statusAfter('delivered', [{ ...came, refunded_quantity: 2 }])).toBe('refunded');
});

import { expect, test } from 'vitest';
import { customerKey } from './customer-key.ts';

const keyOf = (email: string | undefined, phone: string | undefined, orderNumber = 'ORD-1') =>
  customerKey('a secret', { orderNumber, contact: { email, phone } });

test('all orders of one e-mail are one customer, however it is written', () => {
  expect(keyOf('ann@example.com', '+1 512 555 0142')).toBe(keyOf(' Ann@Example.com', undefined, 'ORD-2'));
  expect(keyOf('ann@example.com', undefined)).not.toBe(keyOf('bob@example.com', undefined));
});

test('without an e-mail, all orders of one phone', () => {
  expect(keyOf(undefined, '+1 (512) 555-0142')).toBe(keyOf(undefined, '5125550142', 'ORD-2'));
});

test('orders without any contact are not those of one customer', () => {
  expect(keyOf(undefined, undefined)).toBe(keyOf(undefined, undefined));
  expect(keyOf(undefined, undefined)).not.toBe(keyOf(undefined, undefined, 'ORD-2'));
});

test('the key does not say who', () => {
  expect(keyOf('ann@example.com', undefined)).not.toContain('ann');
});

import { expect, test } from 'vitest';
import { patienceAfter, patienceFor } from './endpointing.ts';

const formats = ['ORD-#####'];

test('waits longer while a number or an address is being given, since people pause in them', () => {
  expect(patienceFor('email').minDelay).toBeGreaterThan(patienceFor('yes_no').minDelay);
  expect(patienceFor('order_number').utteranceMs).toBeGreaterThan(patienceFor(undefined).utteranceMs);
});

test('waits no longer once the number or the address that was asked is complete', () => {
  expect(patienceAfter('oh are dee one two three four five', { asked: 'order_number', formats }).maxDelay).toBe(0);
  expect(patienceAfter('customer at email dot com', { asked: 'email', formats }).maxDelay).toBe(0);
});

test('goes on waiting for the rest of either', () => {
  expect(patienceAfter('oh are dee one two', { asked: 'order_number', formats })).toEqual(patienceFor('order_number'));
  expect(patienceAfter('customer at', { asked: 'email', formats })).toEqual(patienceFor('email'));
});

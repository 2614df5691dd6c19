import { expect, test } from 'vitest';
import { patienceAfter, patienceFor } from './endpointing.ts';

const formats = ['ORD-#####'];
const after = (heard: string, asked?: 'order_number' | 'email') => patienceAfter(heard, { asked, formats });

test('waits longer while a number or an address is being given, since people pause in them', () => {
  expect(patienceFor('email').minDelay).toBeGreaterThan(patienceFor('yes_no').minDelay);
  expect(patienceFor('order_number').utteranceMs).toBeGreaterThan(patienceFor(undefined).utteranceMs);
});

test('waits no longer once the number or the address that was asked is complete', () => {
  const usual = patienceFor(undefined);
  expect(after('oh are dee one two three four five', 'order_number').maxDelay).toBeLessThanOrEqual(usual.minDelay);
  expect(after('customer at email dot com', 'email').maxDelay).toBeLessThanOrEqual(usual.minDelay);
});

test.each(['oh are dee one two', 'one', 'my number is O R D one'])(
  'waits for the rest of the number in "%s"',
  (heard) => {
    expect(after(heard, 'order_number').minDelay).toBeGreaterThanOrEqual(1_000);
  },
);

test.each(['customer at', 'c u s t', 'c as in charlie', 'john underscore'])('waits for the rest of "%s"', (heard) => {
  expect(after(heard, 'email').minDelay).toBeGreaterThanOrEqual(1_000);
});

test('waits for an address or a number that nobody asked for just the same', () => {
  expect(after('where is order O R D one two three').minDelay).toBeGreaterThanOrEqual(1_000);
});

test('does not wait for a number from someone who has none', () => {
  expect(after("I don't have it here", 'order_number')).toEqual(patienceFor(undefined));
});

import { expect, test } from 'vitest';
import { hearPhone } from './hear-phone.ts';

test.each([
  '+1 512 555 0142',
  '(512) 555-0142',
  '512.555.0142',
  'my phone is 5125550142.',
  'five one two five five five oh one four two',
  'five twelve five fifty-five oh one forty-two',
  'five one two triple five zero one four two',
])('hears a phone number in %s', (text) => {
  expect(hearPhone(text)).toEqual({ status: 'heard', value: '5125550142' });
});

test('wants all of its digits', () => {
  expect(hearPhone('555 0142')).toEqual({ status: 'incomplete' });
});

test.each(['ORD-12345', 'one two three', 'customer@email.com', ''])('hears none in "%s"', (text) => {
  expect(hearPhone(text)).toEqual({ status: 'none' });
});

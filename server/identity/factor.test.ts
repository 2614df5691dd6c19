import { expect, test } from 'vitest';
import { isFactorOf } from './factor.ts';

const contact = { email: 'Customer@Email.com', phone: '+1 512 555 0142' };

test('an e-mail is compared without regard to case', () => {
  expect(isFactorOf(contact, { email: 'customer@email.com' })).toBe(true);
  expect(isFactorOf(contact, { email: 'customer@email.co' })).toBe(false);
});

test.each(['+15125550142', '512-555-0142', '(512) 555 0142', '1 512 555 0142'])(
  'the phone may be written %s',
  (phone) => {
    expect(isFactorOf(contact, { phone })).toBe(true);
  },
);

test('part of a phone number proves nothing', () => {
  expect(isFactorOf(contact, { phone: '555-0142' })).toBe(false);
});

test('a national number abroad matches the international one', () => {
  expect(isFactorOf({ phone: '+44 20 7946 0123' }, { phone: '020 7946 0123' })).toBe(true);
});

test('what is not on file proves nothing', () => {
  expect(isFactorOf({ email: 'a@example.com', phone: null }, { phone: '512 555 0142' })).toBe(false);
  expect(isFactorOf(undefined, { email: 'customer@email.com' })).toBe(false);
});

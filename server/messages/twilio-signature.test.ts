import { expect, test } from 'vitest';
import { isSignedByTwilio } from './twilio-signature.ts';

// The example of Twilio's documentation.
const url = 'https://example.com/myapp.php?foo=1&bar=2';
const form = new URLSearchParams({
  Digits: '1234',
  To: '+18005551212',
  From: '+14158675310',
  Caller: '+14158675310',
  CallSid: 'CA1234567890ABCDE',
});
const signature = 'L/OH5YylLD5NRKLltdqwSvS0BnU=';

test('knows a request that Twilio has signed', () => {
  expect(isSignedByTwilio('12345', { url, form, signature })).toBe(true);
});

test.each([
  ['another field', { url, form: new URLSearchParams({ Digits: '9' }), signature }],
  ['another address', { url: 'https://example.com/other', form, signature }],
  ['no signature', { url, form, signature: '' }],
  ['a cut signature', { url, form, signature: signature.slice(0, 8) }],
])('refuses %s', (_name, request) => {
  expect(isSignedByTwilio('12345', request)).toBe(false);
});

test('refuses another token', () => {
  expect(isSignedByTwilio('123456', { url, form, signature })).toBe(false);
});

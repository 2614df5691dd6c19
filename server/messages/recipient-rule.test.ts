import { describe, expect, test } from 'vitest';
import { recipientOf } from './recipient-rule.ts';

describe('a phone number', () => {
  test.each([
    ['+1 512 555 0142', '+15125550142'],
    ['(512) 555-0142', '+15125550142'],
    ['1-512-555-0142', '+15125550142'],
    ['512.555.0142', '+15125550142'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('%s is %s', (recipient, sent) => {
    expect(recipientOf({ channel: 'sms', recipient })).toBe(sent);
  });

  test.each(['', 'none', '555-0142', '+0123456789', '+1', '112 555 0142', '512 555 0142 ext. 7', '++'])(
    '"%s" is none',
    (recipient) => {
      expect(recipientOf({ channel: 'sms', recipient })).toBeUndefined();
    },
  );
});

describe('an e-mail address', () => {
  test('is compared in small letters', () => {
    expect(recipientOf({ channel: 'email', recipient: ' Grace_Kim@Example.com ' })).toBe('grace_kim@example.com');
  });

  test.each([
    '',
    'grace',
    'grace@example',
    'grace@example.com, eve@example.com',
    'grace@example.com\r\nBcc: eve@example.com',
    'Grace <grace@example.com>',
    `${'a'.repeat(250)}@example.com`,
  ])('%j is none', (recipient) => {
    expect(recipientOf({ channel: 'email', recipient })).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { maskedRecipient } from './masked-recipient-rule.ts';

test.each([
  ['sms', '+15125550142', '••• 0142'],
  ['email', 'grace_kim@example.com', 'g•••@example.com'],
  ['email', '@example.com', '•••'],
  ['email', 'nobody', '•••'],
] as const)('the %s recipient %s is shown as %s', (channel, recipient, shown) => {
  expect(maskedRecipient({ channel, recipient })).toBe(shown);
});

import type { Addressed } from './recipient-rule.ts';

/** A recipient as lists show it: enough for those who know it, and nothing for those who do not. */
export function maskedRecipient({ channel, recipient }: Addressed): string {
  if (channel === 'sms') return `••• ${recipient.slice(-4)}`;
  const at = recipient.lastIndexOf('@');
  return at < 1 ? '•••' : `${recipient.slice(0, 1)}•••${recipient.slice(at)}`;
}

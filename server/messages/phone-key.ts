import { createHmac } from 'node:crypto';
import { recipientOf } from './recipient-rule.ts';

/** By what a number is known to those who keep only what was said of it: a keyed hash, the same however it is written. */
export const phoneKey = (secret: string, phone: string): string =>
  createHmac('sha256', secret)
    .update(`texting ${recipientOf({ channel: 'sms', recipient: phone }) ?? phone}`)
    .digest('base64url');

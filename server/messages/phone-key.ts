import { createHmac } from 'node:crypto';
import { canonicalFactor } from '../identity/factor.ts';

/** By what a phone number is known to those who keep only what was said of it: a keyed hash, however it is written. */
export const phoneKey = (secret: string, phone: string): string =>
  createHmac('sha256', secret)
    .update(`texting ${canonicalFactor({ phone })}`)
    .digest('base64url');

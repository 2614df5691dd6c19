import { createHash, timingSafeEqual } from 'node:crypto';
import type { Verification } from '@orderline/contract/order.ts';

/** A factor in the one form by which it is compared: the e-mail in small letters, the phone by its digits. */
export const canonicalFactor = (factor: Verification): string =>
  'email' in factor ? `email:${canonicalEmail(factor.email)}` : `phone:${canonicalPhone(factor.phone)}`;

interface Contact {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

/**
 * Whether a factor is the e-mail or the phone of this contact. Takes the same time for any answer, and for no contact.
 */
export function isFactorOf(contact: Contact | undefined, factor: Verification): boolean {
  const onFile =
    'email' in factor
      ? `email:${canonicalEmail(contact?.email ?? '')}`
      : `phone:${canonicalPhone(contact?.phone ?? '')}`;
  return timingSafeEqual(digest(onFile), digest(canonicalFactor(factor)));
}

const canonicalEmail = (email: string) => email.trim().toLowerCase();

/** However it is written, with the country's prefix or without: the last ten digits, which in North America are all. */
const canonicalPhone = (phone: string) => phone.replaceAll(/\D/g, '').slice(-10);

/** Of equal length for any text, as a comparison in constant time needs. */
const digest = (text: string) => createHash('sha256').update(text).digest();

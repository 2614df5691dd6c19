import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const keys = new Map<string, KeyObject>();

/**
 * A key of its own for each purpose, made from the server's one secret (HKDF-SHA256, 32 bytes), so that what is signed or
 * sealed for one counts for no other. Made once: who reads every token pays for no derivation.
 */
export function derivedKey(secret: string, purpose: string): KeyObject {
  const name = `${purpose} ${secret}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `orderline ${purpose}`, 32)));
  keys.set(name, key);
  return key;
}

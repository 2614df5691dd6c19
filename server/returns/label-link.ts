import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';
import { derivedKey } from '../derived-key.ts';
import { addDays, endOf, type Day } from '../policy/store-calendar.ts';

/** A label that was not used by its day may still be looked at for so long. */
const daysAfterShipBy = 14;
const signatureBytes = 16;

export interface SignedLabel {
  readonly rma: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly signature: string;
}

/**
 * Where the label of a return is, for whoever holds the link: `{PUBLIC_URL}/labels/RMA-100001.pdf?expires=…&signature=…`.
 * It expires two weeks after the last day to ship.
 */
export function labelLink(
  { publicUrl, tokenSecret }: Pick<Config, 'publicUrl' | 'tokenSecret'>,
  { rma, shipBy, timeZone }: { rma: string; shipBy: Day; timeZone: string },
): string {
  const expires = Math.floor(endOf(timeZone, addDays(shipBy, daysAfterShipBy)).getTime() / 1000);
  const query = new URLSearchParams({
    expires: String(expires),
    signature: signatureOf(tokenSecret, { rma, expires }).toString('base64url'),
  });
  return new URL(`/labels/${rma}.pdf?${query.toString()}`, publicUrl).href;
}

/** Whether the link came from us as it is; compared in constant time. */
export function isSignedLabel({ tokenSecret }: Pick<Config, 'tokenSecret'>, label: SignedLabel): boolean {
  const given = Buffer.from(label.signature, 'base64url');
  const expected = signatureOf(tokenSecret, label);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Half of the hash: 128 bits are as safe here, and the link still fits into a text. */
function signatureOf(secret: string, { rma, expires }: Pick<SignedLabel, 'rma' | 'expires'>): Buffer {
  const key = derivedKey(secret, 'label link');
  return createHmac('sha256', key).update(`${rma} ${expires}`).digest().subarray(0, signatureBytes);
}

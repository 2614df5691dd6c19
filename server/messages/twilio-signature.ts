import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  /** Whole, as Twilio was told it. */
  readonly url: string;
  readonly form: URLSearchParams;
  /** The header `X-Twilio-Signature`. */
  readonly signature: string;
}

/**
 * Whether Twilio has signed this request with the token of the account: HMAC-SHA1 over the URL and every field of the form,
 * sorted (https://www.twilio.com/docs/usage/security#validating-requests). Compared in constant time.
 */
export function isSignedByTwilio(authToken: string, { url, form, signature }: SignedRequest): boolean {
  const fields = [...new Set([...form].map(([name, value]) => `${name}${value}`))].sort();
  const expected = createHmac('sha1', authToken)
    .update(`${url}${fields.join('')}`)
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

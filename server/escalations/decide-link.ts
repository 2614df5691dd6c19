import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';
import { derivedKey } from '../derived-key.ts';

const lastsDays = 7;

export interface SignedDecision {
  /** Of the escalation. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly signature: string;
}

/**
 * Where whoever holds the link decides on an escalation without signing in, for a week:
 * `{PUBLIC_URL}/decide/{id}?expires=…&signature=…`.
 */
export function decideLink(
  { publicUrl, tokenSecret }: Pick<Config, 'publicUrl' | 'tokenSecret'>,
  { id, askedAt }: { id: string; askedAt: Date },
): string {
  const expires = Math.floor(askedAt.getTime() / 1000) + lastsDays * 86_400;
  const signature = signatureOf(tokenSecret, { id, expires }).toString('base64url');
  return new URL(decidePath({ id, expires, signature }), publicUrl).href;
}

/** The link within this server. */
export function decidePath({ id, expires, signature }: SignedDecision): string {
  const query = new URLSearchParams({ expires: String(expires), signature });
  return `/decide/${id}?${query.toString()}`;
}

/** Whether the link came from us as it is, compared in constant time, and whether it still counts. */
export function checkDecideLink(
  { tokenSecret }: Pick<Config, 'tokenSecret'>,
  { link, now }: { link: SignedDecision; now: Date },
): 'valid' | 'expired' | 'forged' {
  const given = Buffer.from(link.signature, 'base64url');
  const expected = signatureOf(tokenSecret, link);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
  return now.getTime() < link.expires * 1000 ? 'valid' : 'expired';
}

function signatureOf(secret: string, { id, expires }: Pick<SignedDecision, 'id' | 'expires'>): Buffer {
  return createHmac('sha256', derivedKey(secret, 'decide link')).update(`${id} ${expires}`).digest();
}

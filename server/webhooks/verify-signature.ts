import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** Standard Webhooks: older or newer than this is refused. */
const toleranceSeconds = 5 * 60;

export interface WebhookHeaders {
  readonly id: string;
  readonly sentAt: Date;
  readonly signatures: readonly string[];
}

/** What the headers of a webhook claim; undefined where one is missing, malformed, or not of this time. */
export function webhookHeaders(headers: IncomingHttpHeaders, now: Date): WebhookHeaders | undefined {
  const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  });
  if (!/^[\x21-\x7e]{1,200}$/.test(id ?? '') || !/^\d{1,11}$/.test(timestamp ?? '')) return undefined;
  const seconds = Number(timestamp);
  if (Math.abs(now.getTime() / 1000 - seconds) > toleranceSeconds) return undefined;
  const signatures = (signature ?? '').split(' ').slice(0, 10);
  return { id: id ?? '', sentAt: new Date(seconds * 1000), signatures };
}

/**
 * Whether one of the signatures is that of `secret` over this very body, compared in constant time. (The library's own
 * `verify` reads the machine's clock, and a timestamp of which only the beginning is a number.)
 */
export function isSignedBy(secret: string, { id, sentAt, signatures }: WebhookHeaders, body: string): boolean {
  const expected = Buffer.from(new Webhook(secret).sign(id, sentAt, body));
  return signatures
    .map((signature) => Buffer.from(signature))
    .some((signature) => signature.length === expected.length && timingSafeEqual(signature, expected));
}

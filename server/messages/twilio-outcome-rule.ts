import type { SendOutcome } from './send-outcome-rule.ts';

/** What Twilio answered to a message; `code` is its own number of an error. */
export interface TwilioAnswer {
  readonly status: number;
  readonly sid?: string | undefined;
  readonly code?: number | undefined;
  /** Of a 429 or 503. */
  readonly retryAfterSeconds?: number | undefined;
}

/** The recipient has texted STOP: https://www.twilio.com/docs/api/errors/21610 */
const stoppedCode = 21610;
/** No number, or none that takes texts. */
const noSuchNumberCodes = [21211, 21217, 21614];
/** Of texts that were taken and then not delivered: the number is unknown, or a landline. */
const noSuchNumberLaterCodes = [...noSuchNumberCodes, 30005, 30006];

/**
 * After a 5xx nobody knows whether the text was taken, so it counts as unsure, and Twilio's list tells. A wrong token or
 * too many requests say nothing against the text itself.
 */
export function twilioOutcome({ status, sid, code, retryAfterSeconds }: TwilioAnswer): SendOutcome {
  const reason = code === undefined ? `Twilio answered ${status}` : `Twilio error ${code}`;
  if (status < 300) return sid === undefined ? { outcome: 'unsure', reason } : { outcome: 'sent', providerId: sid };
  if (status >= 500) return { outcome: 'unsure', reason };
  if (code === stoppedCode) return { outcome: 'stopped', reason };
  if (code !== undefined && noSuchNumberCodes.includes(code)) return { outcome: 'no_such_recipient', reason };
  if (![401, 408, 425, 429].includes(status)) return { outcome: 'refused', reason };
  return retryAfterSeconds === undefined
    ? { outcome: 'not_sent', reason }
    : { outcome: 'not_sent', reason, retryAfterSeconds };
}

/** What a report on a text that Twilio had taken says of it; undefined while it is on its way. */
export type DeliveryReport =
  | { readonly report: 'delivered' }
  | { readonly report: 'undelivered' | 'no_such_recipient' | 'stopped'; readonly reason: string };

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export function deliveryReport(status: string, code: number | undefined): DeliveryReport | undefined {
  if (status === 'delivered' || status === 'read') return { report: 'delivered' };
  if (status !== 'undelivered' && status !== 'failed') return undefined;
  const reason = code === undefined ? `Twilio reports it as ${status}` : `Twilio error ${code}`;
  if (code === stoppedCode) return { report: 'stopped', reason };
  const isGone = code !== undefined && noSuchNumberLaterCodes.includes(code);
  return { report: isGone ? 'no_such_recipient' : 'undelivered', reason };
}

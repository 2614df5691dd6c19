import type { AppContext } from '../app-context.ts';
import { findSentSms } from './find-sent-sms.ts';
import { hasProviderId, type MessageRow } from './messages-table.ts';
import type { SendOutcome } from './send-outcome-rule.ts';

/**
 * Whether a message was sent by a try that broke off. Of texts Twilio tells; mail servers cannot be asked, so that an
 * e-mail stays `unsure`. Throws while Twilio does not answer.
 */
export async function findLostMessage(
  { config, database }: AppContext,
  { channel, recipient, text, tried_at: triedAt }: MessageRow,
  signal: AbortSignal,
): Promise<SendOutcome | 'not_sent'> {
  const { sms, timeoutMs } = config.messaging;
  if (channel === 'email' || sms === undefined || triedAt === null) {
    return { outcome: 'unsure', reason: 'its sending broke off' };
  }
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const sids = await findSentSms(sms, { to: recipient, body: text, since: triedAt }, inTime);
  for (const sid of sids) {
    // Another message may have had the same words.
    if (!(await hasProviderId(database, sid))) return { outcome: 'sent', providerId: sid };
  }
  return 'not_sent';
}

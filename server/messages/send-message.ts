import type { AppContext } from '../app-context.ts';
import { makeAttachments, type AttachmentMakers } from './attachment.ts';
import type { MessageRow } from './messages-table.ts';
import { sendEmail } from './send-email.ts';
import type { SendOutcome } from './send-outcome-rule.ts';
import { sendSms } from './send-sms.ts';

export type PreparedSend = (signal: AbortSignal) => Promise<SendOutcome>;

/**
 * Makes ready all that a message needs to leave by its channel; what this returns hands it to the provider. Undefined
 * where the channel has no sender. Throws when an attachment cannot be made just now.
 */
export async function prepareSend(
  context: AppContext,
  makers: AttachmentMakers,
  message: MessageRow,
): Promise<PreparedSend | undefined> {
  const { sms, email, timeoutMs } = context.config.messaging;
  const { id, recipient: to, text } = message;
  if (message.channel === 'sms') {
    if (sms === undefined) return undefined;
    const statusCallback = statusCallbackOf(context, id);
    return (signal) =>
      sendSms(sms, { to, body: text, statusCallback }, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
  }
  if (email === undefined) return undefined;
  const attachments = await makeAttachments(context, makers, message.attachments);
  const mail = { id, to, text, subject: message.subject ?? '', html: message.html ?? undefined, attachments };
  return (signal) => sendEmail(email, mail, { timeoutMs, signal });
}

/** Twilio takes no address that it cannot reach: on a machine of one's own there are no reports. */
function statusCallbackOf({ config }: AppContext, messageId: string): string | undefined {
  if (!config.publicUrl.startsWith('https:')) return undefined;
  const url = new URL('/webhooks/twilio', config.publicUrl);
  url.searchParams.set('message', messageId);
  return url.href;
}

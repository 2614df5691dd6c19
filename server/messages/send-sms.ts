import * as z from 'zod/mini';
import type { TwilioSettings } from './messaging-config.ts';
import { retryAfterSeconds } from './retry-after.ts';
import type { SendOutcome } from './send-outcome-rule.ts';
import { twilioMessages, TwilioUnreachableError } from './twilio-api.ts';
import { twilioOutcome } from './twilio-outcome-rule.ts';

export interface Text {
  /** E.164. */
  readonly to: string;
  readonly body: string;
  /** Where Twilio reports what becomes of it. */
  readonly statusCallback: string | undefined;
}

const answer = z.object({ sid: z.optional(z.string()), code: z.optional(z.nullable(z.int())) });

/** Hands a text to Twilio, once. */
export async function sendSms(settings: TwilioSettings, text: Text, signal: AbortSignal): Promise<SendOutcome> {
  const { from } = settings;
  try {
    const { status, retryAfter, body } = await twilioMessages(settings, {
      method: 'POST',
      form: {
        To: text.to,
        Body: text.body,
        ...(from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }),
        ...(text.statusCallback === undefined ? {} : { StatusCallback: text.statusCallback }),
      },
      signal,
    });
    const { sid, code } = answer.safeParse(body).data ?? {};
    return twilioOutcome({
      status,
      sid,
      code: code ?? undefined,
      retryAfterSeconds: retryAfterSeconds(retryAfter, new Date()),
    });
  } catch (error) {
    if (!(error instanceof TwilioUnreachableError)) throw error;
    return { outcome: error.isBeforeSending ? 'not_sent' : 'unsure', reason: error.message };
  }
}

import * as z from 'zod/mini';
import type { TwilioSettings } from './messaging-config.ts';
import type { Text } from './send-sms.ts';
import { twilioMessages } from './twilio-api.ts';

const list = z.object({
  messages: z.array(z.object({ sid: z.string(), body: z.string(), direction: z.string(), date_created: z.string() })),
});

/** Twilio's clock and ours may differ. */
const toleranceMs = 60_000;

/**
 * The SIDs of the texts that Twilio took since `since` with this body for this number, the newest first. Of a text whose
 * answer got lost, this tells whether it was sent. Throws when Twilio does not tell.
 */
export async function findSentSms(
  settings: TwilioSettings,
  { to, body, since }: Pick<Text, 'to' | 'body'> & { since: Date },
  signal: AbortSignal,
): Promise<string[]> {
  const reply = await twilioMessages(settings, { method: 'GET', query: { To: to, PageSize: '50' }, signal });
  const listed = list.safeParse(reply.body);
  if (reply.status !== 200 || !listed.success) throw new Error(`Twilio's list of texts: ${reply.status}`);
  return (
    listed.data.messages
      .filter(({ direction }) => direction.startsWith('outbound'))
      // A trial account has its own words put before ours.
      .filter((message) => message.body.endsWith(body))
      .filter(({ date_created: created }) => Date.parse(created) >= since.getTime() - toleranceMs)
      .map(({ sid }) => sid)
  );
}

import type { AppContext } from '../app-context.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { recipientOf } from './recipient-rule.ts';
import { deleteSuppression, insertSuppression } from './suppressions-table.ts';
import { textedWord } from './texted-word-rule.ts';

export interface ReceivedText {
  /** The number that it came from. */
  readonly from: string;
  readonly text: string;
  /** Twilio has answered it already, by its own opt-out settings. */
  readonly isAnswered: boolean;
}

/**
 * Does what a customer's text asks for: STOP ends our texts to that number, START allows them again, HELP is answered.
 * Returns the answer to send, if any: to STOP and START Twilio itself sends the one that carriers ask for.
 */
export async function receiveText(
  { clock, database, profile, log }: AppContext,
  { from, text, isAnswered }: ReceivedText,
): Promise<string | undefined> {
  const recipient = recipientOf({ channel: 'sms', recipient: from });
  const wish = textedWord(text);
  if (recipient === undefined || wish === undefined) return undefined;
  log.info({ wish }, 'a customer has texted');
  switch (wish) {
    case 'stop':
      await insertSuppression(database, { channel: 'sms', recipient, reason: 'stopped', at: clock() });
      return undefined;
    case 'start':
      await deleteSuppression(database, { channel: 'sms', recipient });
      return undefined;
    case 'help': {
      const current = profile();
      return isAnswered ? undefined : sayPhrase(current, current.message_phrases.texting_help);
    }
  }
}

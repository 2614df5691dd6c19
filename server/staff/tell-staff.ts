import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { emailHtml } from '../messages/email-html.ts';
import { emailText } from '../messages/email-text.ts';
import type { Letter } from '../messages/letter.ts';
import { queueMessage } from '../messages/queue-message.ts';

export interface StaffLetter {
  /** Makes it once for ever. */
  readonly key: string;
  /** `staff_escalation`: what the outbox calls it. */
  readonly kind: string;
  readonly callId: string;
  readonly orderNumber?: string | undefined;
  readonly letter: Pick<Letter, 'subject' | 'body'>;
}

/**
 * Tells the store's people something by e-mail, within the transaction that is its reason: at `STAFF_EMAIL`, or else at the
 * profile's own address for people. Without either they see it on the desk alone.
 */
export async function tellStaff(
  context: AppContext,
  transaction: Kysely<Database>,
  { key, kind, callId, orderNumber, letter: { subject, body } }: StaffLetter,
): Promise<void> {
  const { people, language, store_name } = context.profile();
  const recipient = context.config.staffEmail ?? people.email;
  if (recipient === undefined) return;
  const letter: Letter = { text: '', subject, body, reason: 'order' };
  const frame = {
    language,
    storeName: store_name,
    footer: [`You're getting this email because you look after the orders of ${store_name}.`],
  };
  await queueMessage(context, transaction, {
    dedupeKey: `${key} staff`,
    kind,
    callId,
    orderNumber,
    channel: 'email',
    recipient,
    subject,
    text: emailText(letter, frame),
    html: emailHtml(letter, frame),
  });
}

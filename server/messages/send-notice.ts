import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { Sent } from './customer-notices-table.ts';
import { emailFrame } from './email-frame.ts';
import { emailHtml } from './email-html.ts';
import { emailText } from './email-text.ts';
import { letterOf } from './letter-of.ts';
import type { Notice } from './notice.ts';
import { phoneKey } from './phone-key.ts';
import { queueMessage, type Queued } from './queue-message.ts';
import { smsText } from './sms-text.ts';
import { insertTextedNumber, wasTexted } from './texted-numbers-table.ts';

export interface AddressedNotice {
  readonly notice: Notice;
  readonly orderNumber: string;
  readonly callId: string | undefined;
  readonly key: string;
  readonly notBefore?: Date | undefined;
  readonly recipient: string;
}

/** Puts a notice into the outbox as a text; null when its number takes none any more. */
export async function textNotice(
  context: AppContext,
  transaction: Kysely<Database>,
  addressed: AddressedNotice,
): Promise<Sent | null> {
  const number = phoneKey(context.config.tokenSecret, addressed.recipient);
  const writing = writingOf(context, addressed);
  const isFirst = !(await wasTexted(transaction, number));
  const queued = await queueMessage(context, transaction, {
    ...envelopeOf(addressed, 'sms'),
    text: smsText(letterOf(addressed.notice, writing), writing, { isFirst }),
  });
  // One that is only kept told nobody how to stop.
  if (queued === 'queued') {
    await insertTextedNumber(transaction, { phone_key: number, first_texted_at: context.clock() });
  }
  return sentBy(queued);
}

/** Puts a notice into the outbox as an e-mail; null when its mailbox is known not to exist. */
export async function emailNotice(
  context: AppContext,
  transaction: Kysely<Database>,
  addressed: AddressedNotice,
): Promise<Sent | null> {
  const writing = writingOf(context, addressed);
  const letter = letterOf(addressed.notice, writing);
  const frame = emailFrame(letter, writing);
  const queued = await queueMessage(context, transaction, {
    ...envelopeOf(addressed, 'email'),
    subject: letter.subject,
    text: emailText(letter, frame),
    html: emailHtml(letter, frame),
    attachments: letter.labelOf === undefined ? [] : [{ kind: 'return_label', rma: letter.labelOf }],
  });
  return sentBy(queued);
}

const writingOf = ({ profile, clock }: AppContext, { orderNumber }: AddressedNotice) => ({
  profile: profile(),
  now: clock(),
  orderNumber,
});

const envelopeOf = (
  { key, notice, callId, orderNumber, notBefore, recipient }: AddressedNotice,
  channel: 'sms' | 'email',
) => ({ dedupeKey: `${key} ${channel}`, kind: notice.kind, callId, orderNumber, notBefore, channel, recipient });

const sentBy = (queued: Queued): Sent | null => (queued === 'queued' || queued === 'kept' ? queued : null);

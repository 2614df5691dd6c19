import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import { deliverMessageJob } from './deliver-message-job.ts';
import { messageFate } from './message-fate.ts';
import { insertMessage, type AttachmentReference } from './messages-table.ts';
import { recipientOf, type Addressed } from './recipient-rule.ts';

export interface OutgoingMessage extends Addressed {
  /** What makes it once for ever: of two messages with one key, the first is sent. */
  readonly dedupeKey: string;
  readonly kind: string;
  readonly callId?: string | undefined;
  readonly orderNumber?: string | undefined;
  /** Of an e-mail. */
  readonly subject?: string | undefined;
  /** The whole of a text, the plain part of an e-mail. */
  readonly text: string;
  readonly html?: string | undefined;
  readonly attachments?: readonly AttachmentReference[] | undefined;
  /** Not to be sent before. */
  readonly notBefore?: Date | undefined;
}

/**
 * What became of a message that was to be sent. `kept`: nobody sends it, see the outbox. `suppressed`: its recipient is
 * not to be written to, or cannot be. `duplicate`: there is one of its key, whatever became of that.
 */
export type Queued = 'queued' | 'kept' | 'suppressed' | 'duplicate';

/**
 * Puts a message into the outbox, within the transaction that is its reason: it leaves after the commit, or not at all.
 * Says nothing on whether its recipient agreed to be written to; `notifyCustomer` does.
 */
export async function queueMessage(
  context: AppContext,
  transaction: Kysely<Database>,
  message: OutgoingMessage,
): Promise<Queued> {
  const fate = await messageFate(context, transaction, message);
  const id = await insertMessage(transaction, {
    dedupe_key: message.dedupeKey,
    call_id: message.callId ?? null,
    order_number: message.orderNumber ?? null,
    kind: message.kind,
    channel: message.channel,
    recipient: recipientOf(message) ?? message.recipient,
    subject: message.subject ?? null,
    text: message.text,
    html: message.html ?? null,
    attachments: [...(message.attachments ?? [])],
    asked_at: context.clock(),
    ...fate,
  });
  if (id === undefined) return 'duplicate';
  if (fate.state !== 'queued') return fate.state;
  await context.jobs.send(transaction, {
    name: deliverMessageJob,
    id: jobId(deliverMessageJob, id),
    data: { message_id: id },
    ...(message.notBefore === undefined ? {} : { startAfter: message.notBefore }),
  });
  return 'queued';
}

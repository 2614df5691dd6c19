import type { AppContext } from '../app-context.ts';
import type { JobAttempt } from '../database/run-job.ts';
import { deliverMessageData, deliverMessageJob } from './deliver-message-job.ts';
import type { DeliveryHooks } from './delivery-hooks.ts';
import { findLostMessage } from './find-lost-message.ts';
import { messageFate } from './message-fate.ts';
import { findMessage, markSending, settleMessage } from './messages-table.ts';
import { recordOutcome } from './record-outcome.ts';
import { prepareSend } from './send-message.ts';

/** Has the messages of the outbox sent, by the jobs that `queueMessage` makes. */
export function deliverMessages(context: AppContext, hooks: DeliveryHooks = {}): void {
  context.jobs.work(deliverMessageJob, {
    schema: deliverMessageData,
    handler: ({ message_id: id }, attempt) => deliverMessage(context, hooks, { id, attempt }),
    whenDead: ({ message_id: id }) => giveUp(context, id),
    timeoutSeconds: 120,
  });
}

/**
 * One try. Before a message is handed over it is marked as being sent, so that whoever finds it like that knows: an
 * earlier try broke off, and the message may have left. Then the provider is asked, where it can be, before it is sent
 * again.
 */
async function deliverMessage(
  context: AppContext,
  hooks: DeliveryHooks,
  { id, attempt }: { id: string; attempt: Pick<JobAttempt, 'signal'> },
): Promise<void> {
  const { database } = context;
  const message = await findMessage(database, id);
  if (message === undefined || !['queued', 'sending'].includes(message.state)) return;
  if (message.state === 'sending') {
    const lost = await findLostMessage(context, message, attempt.signal);
    if (lost !== 'not_sent') return recordOutcome(context, hooks, { message, outcome: lost });
  }
  const fate = await messageFate(context, database, message);
  if (fate.state !== 'queued') {
    await settleMessage(database, { id, from: ['queued', 'sending'] }, fate);
    return;
  }
  const send = await prepareSend(context, hooks.attachments ?? {}, message);
  if (send === undefined || !(await markSending(database, message))) return;
  const outcome = await send(attempt.signal);
  await recordOutcome(context, hooks, { message, outcome });
}

/** Every try has failed: the desk shows it, and can have it tried again. */
async function giveUp({ database, log }: AppContext, id: string): Promise<void> {
  await settleMessage(database, { id, from: ['queued'] }, { state: 'failed' });
  await settleMessage(database, { id, from: ['sending'] }, { state: 'unknown' });
  log.error({ messageId: id }, 'a message could not be sent');
}

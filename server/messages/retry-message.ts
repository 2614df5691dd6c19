import { randomUUID } from 'node:crypto';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { audit } from '../staff/audit.ts';
import { deliverMessageJob } from './deliver-message-job.ts';
import { messageFate } from './message-fate.ts';
import { lockMessage, settleMessage, type MessageState } from './messages-table.ts';
import { canRetry } from './retry-rule.ts';

export interface RetryAsked {
  readonly id: string;
  readonly staffId: string;
}

/**
 * Has a message that was kept, has failed or may have been sent go out again, and returns its new state: what stood
 * against it may still do. A text that may have been sent is looked for at Twilio first. 404 `not_found`; 422 `refused`
 * for one that was sent, is on its way, or must not be.
 */
export async function retryMessage(context: AppContext, { id, staffId }: RetryAsked): Promise<MessageState> {
  return context.database.transaction().execute(async (transaction) => {
    const message = await lockMessage(transaction, id);
    if (message === undefined) throw problem('not_found', { detail: 'There is no such message' });
    if (!canRetry(message.state)) throw problem('refused', { detail: `This message is ${message.state}` });
    const fate = await messageFate(context, transaction, message);
    const isToBeLookedFor = message.state === 'unknown' && message.channel === 'sms';
    const state = fate.state === 'queued' && isToBeLookedFor ? 'sending' : fate.state;
    await settleMessage(transaction, { id, from: [message.state] }, { ...fate, state });
    if (fate.state === 'queued') {
      await context.jobs.send(transaction, { name: deliverMessageJob, id: randomUUID(), data: { message_id: id } });
    }
    await audit(transaction, {
      staffId,
      act: 'message.retried',
      subject: `message:${id}`,
      detail: { was: message.state, is: state },
    });
    return state;
  });
}

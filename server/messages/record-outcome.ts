import type { AppContext } from '../app-context.ts';
import { RetryLaterError } from '../database/retry-later-error.ts';
import type { DeliveryHooks } from './delivery-hooks.ts';
import { settleMessage, type MessageRow } from './messages-table.ts';
import type { SendOutcome } from './send-outcome-rule.ts';
import { settleUndeliverable } from './settle-undeliverable.ts';

/** Long enough for Twilio's list to have what Twilio took. */
const lookForItSeconds = 30;

interface Handed {
  readonly message: MessageRow;
  readonly outcome: SendOutcome;
}

/** Writes down what became of a message that was handed over; throws where it is to be tried again. */
export async function recordOutcome(
  context: AppContext,
  hooks: DeliveryHooks,
  { message, outcome }: Handed,
): Promise<void> {
  const { clock, database, log } = context;
  const sending = { id: message.id, from: ['sending'] } as const;
  switch (outcome.outcome) {
    case 'sent':
      await settleMessage(database, sending, {
        state: 'sent',
        provider_id: outcome.providerId,
        sent_at: clock(),
        last_error: null,
      });
      return;
    case 'not_sent':
      await settleMessage(database, sending, { state: 'queued', last_error: outcome.reason });
      throw outcome.retryAfterSeconds === undefined
        ? new Error(outcome.reason)
        : new RetryLaterError(outcome.reason, outcome.retryAfterSeconds);
    case 'unsure':
      if (message.channel === 'sms') {
        await settleMessage(database, sending, { state: 'sending', last_error: outcome.reason });
        throw new RetryLaterError(outcome.reason, lookForItSeconds);
      }
      await settleMessage(database, sending, { state: 'unknown', last_error: outcome.reason });
      log.warn({ messageId: message.id, reason: outcome.reason }, 'an e-mail may have been sent or not');
      return;
    case 'refused':
      await settleMessage(database, sending, { state: 'failed', last_error: outcome.reason });
      log.error({ messageId: message.id, reason: outcome.reason }, 'a message was refused');
      return;
    case 'no_such_recipient':
    case 'stopped':
      await settleUndeliverable(context, hooks, {
        message,
        from: sending.from,
        why: outcome.outcome,
        reason: outcome.reason,
      });
  }
}

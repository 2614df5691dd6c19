import type { AppContext } from '../app-context.ts';
import type { DeliveryHooks } from './delivery-hooks.ts';
import { settleMessage, type MessageRow, type MessageState } from './messages-table.ts';
import { insertSuppression } from './suppressions-table.ts';

export interface Undeliverable {
  readonly message: MessageRow;
  /** The states that it may leave for this one. */
  readonly from: readonly MessageState[];
  /** `undelivered`: this one did not arrive, the next one may. */
  readonly why: 'no_such_recipient' | 'stopped' | 'undelivered';
  readonly reason: string;
}

/** Writes down that a message cannot reach its recipient, that no other is to be tried there, and tells who wants to know. */
export async function settleUndeliverable(
  context: AppContext,
  { onBounce }: DeliveryHooks,
  { message, from, why, reason }: Undeliverable,
): Promise<void> {
  const { channel, recipient, id } = message;
  const result = { state: why === 'stopped' ? 'suppressed' : 'bounced', last_error: reason } as const;
  await context.database.transaction().execute(async (transaction) => {
    if (!(await settleMessage(transaction, { id, from }, result))) return;
    if (why !== 'undelivered') {
      const cause = why === 'stopped' ? 'stopped' : 'bounced';
      await insertSuppression(transaction, { channel, recipient, reason: cause, at: context.clock() });
    }
    await onBounce?.(context, transaction, { ...message, ...result });
  });
  context.log.warn({ messageId: id, reason }, 'a message did not reach its recipient');
}

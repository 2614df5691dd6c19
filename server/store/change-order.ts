import type { Kysely } from 'kysely';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import { effectsInWords } from '../changes/effects-in-words.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import { contextOfOrder } from '../escalations/escalation-context.ts';
import { contactFactor } from '../identity/contact-factor.ts';
import { keepFactor } from '../identity/kept-order.ts';
import type { Order } from '../orders/order.ts';
import type { ChangeOutcome } from './store-connector.ts';
import { tellStoreJob } from './tell-store.ts';
import { insertUntoldChange } from './untold-changes-table.ts';

export interface OrderChanged {
  readonly change: StoreChange;
  /** As it is now. */
  readonly order: Order;
  /** The call in which it came about. */
  readonly callId: string | undefined;
}

/**
 * Carries out what a member of staff or a sweep has settled already: a return that came, a label that expired. Built-in
 * orders change in the caller's transaction, which is rolled back unless the outcome is `done`; a store with its own API
 * is told once it commits, for as long as it takes, or else its people.
 */
export async function changeOrder(
  context: AppContext,
  transaction: Kysely<Database>,
  { change, order, callId }: OrderChanged,
): Promise<ChangeOutcome> {
  const { changes } = context.store;
  if (changes.kind === 'built_in') return changes.apply(transaction, change, context.clock());
  const { change_id, order_number, effects, rma } = change;
  const factor = contactFactor(order.contact);
  const units = effects.flatMap((effect) =>
    'line' in effect ? [{ line: effect.line, quantity: effect.quantity }] : [],
  );
  // It has happened, however the order is by the time that the store hears of it.
  const settled = { ...change };
  delete settled.revision;
  await insertUntoldChange(transaction, {
    change_id,
    order_number,
    call_id: callId ?? null,
    sealed_factor:
      callId === undefined || factor === undefined
        ? null
        : keepFactor(context, { callId, orderNumber: order_number, factor }),
    change: settled,
    context: { ...contextOfOrder(order, units, context.profile()), in_words: effectsInWords(effects, order, rma) },
    settled_at: context.clock(),
  });
  await context.jobs.send(transaction, {
    name: tellStoreJob,
    id: jobId(tellStoreJob, change_id),
    data: { change_id, order_number },
  });
  return 'done';
}

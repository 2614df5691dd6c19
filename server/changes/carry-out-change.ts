import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import type { Order } from '../orders/order.ts';
import type { BuiltInChanges } from '../store/store-connector.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { ruleOf } from './change-rules.ts';
import { finishChangeJob } from './finish-change-job.ts';
import { findPendingChangeOfOrder, insertPendingChange } from './pending-changes-table.ts';
import { prepareChange, sealPrepared, type ChangeOrdered } from './prepare-change.ts';
import { lockChangesOf } from './proposals-table.ts';
import { changePending } from './refuse-while-changing.ts';

/** `pending`: the store's own API has not confirmed it yet; `finishChange` does, at once or later. */
export interface ChangeResult {
  readonly outcome: 'done' | 'pending';
  readonly say: string;
  readonly rma: string | undefined;
}

/** By this time whoever waits for the change has had an answer, or is gone. */
const finishAfterMs = 15_000;

/**
 * Judges a change again and carries it out in the caller's transaction, which must be rolled back when this throws: 409
 * `order_moved`, 422 `refused`. Built-in orders change at once, with RMA and messages; for a store with its own API it is
 * put on its way. Carried out again under its id, nothing happens twice. `order` is as the store tells it now; of a
 * built-in one only the number counts, as it is read anew under its lock.
 */
export async function carryOutChange(
  context: AppContext,
  transaction: Kysely<Database>,
  ordered: ChangeOrdered & { readonly order: Order },
): Promise<ChangeResult> {
  const { changes } = context.store;
  return changes.kind === 'built_in'
    ? carryOutHere(context, transaction, { changes, ordered })
    : putOnItsWay(context, transaction, ordered);
}

async function carryOutHere(
  context: AppContext,
  transaction: Kysely<Database>,
  { changes, ordered }: { changes: BuiltInChanges; ordered: ChangeOrdered & { readonly order: Order } },
): Promise<ChangeResult> {
  const { order_moved, just_sold } = context.profile().change_phrases;
  const order = await changes.lockOrder(transaction, ordered.order.orderNumber);
  if (order === undefined) throw problem('order_moved', { say: order_moved });
  const prepared = await prepareChange(context, transaction, { ...ordered, order });
  switch (await changes.apply(transaction, prepared.storeChange, prepared.at)) {
    case 'moved':
      throw problem('order_moved', { say: order_moved });
    case 'out_of_stock':
      throw problem('order_moved', { say: just_sold, reason: 'out_of_stock' });
    case 'done': {
      const { say } = await ruleOf(prepared.request).record(context, transaction, prepared);
      return { outcome: 'done', say, rma: prepared.rma };
    }
  }
}

async function putOnItsWay(
  context: AppContext,
  transaction: Kysely<Database>,
  ordered: ChangeOrdered & { readonly order: Order },
): Promise<ChangeResult> {
  const { orderNumber } = ordered.order;
  await lockChangesOf(transaction, orderNumber);
  const other = await findPendingChangeOfOrder(transaction, orderNumber);
  if (other !== undefined && other.change_id !== ordered.changeId) throw changePending(context, 'order_moved', other);
  const prepared = await prepareChange(context, transaction, ordered);
  const { changeId: change_id, at, rma } = prepared;
  await insertPendingChange(transaction, {
    change_id,
    order_number: orderNumber,
    prepared: sealPrepared(prepared),
    prepared_at: at,
  });
  await context.jobs.send(transaction, {
    name: finishChangeJob,
    id: jobId(finishChangeJob, change_id),
    data: { change_id },
    startAfter: new Date(Date.now() + finishAfterMs),
  });
  const profile = context.profile();
  return { outcome: 'pending', say: sayPhrase(profile, profile.change_phrases.pending), rma };
}

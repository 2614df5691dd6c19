import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { findCall } from '../calls/calls-table.ts';
import type { Database } from '../database/schema.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import type { StoreVerdict } from '../store/store-connector.ts';
import { finishChangeData, finishChangeJob } from './finish-change-job.ts';
import { handOverChange } from './hand-over-change.ts';
import { findUnansweredChange } from './pending-changes-table.ts';
import { openPrepared, type PreparedChange } from './prepare-change.ts';
import { settleDone, settleFailed } from './settle-change.ts';

/** The caller waits for the answer and hears it, until `signal` says that this takes too long; or nobody waits. */
type Awaited = { readonly by: 'caller'; readonly signal: AbortSignal } | { readonly by: 'nobody' };

/**
 * Sends a change that is on its way to the store, under its id, and settles it by the answer: what belongs to it is kept
 * and sent, its proposal is closed, or the store's people are asked to do it by hand. Undefined when it was settled before.
 * Throws StoreUnavailableError while the store gives no answer: then it is still on its way.
 */
export async function finishChange(
  context: AppContext,
  changeId: string,
  awaited: Awaited,
): Promise<StoreVerdict | undefined> {
  const { changes } = context.store;
  const sealed = await findUnansweredChange(context.database, changeId);
  if (sealed === undefined || changes.kind !== 'remote') return undefined;
  const prepared = openPrepared(sealed);
  const verdict = await changes.send(prepared.storeChange, awaited.by === 'caller' ? awaited.signal : undefined);
  const isSettled = await context.database
    .transaction()
    .execute((transaction) => settleBy(verdict, context, { transaction, prepared, awaited }));
  return isSettled ? verdict : undefined;
}

interface Settling {
  readonly transaction: Kysely<Database>;
  readonly prepared: PreparedChange;
  readonly awaited: Awaited;
}

async function settleBy(
  verdict: StoreVerdict,
  context: AppContext,
  { transaction, prepared, awaited }: Settling,
): Promise<boolean> {
  const pending = { changeId: prepared.changeId, orderNumber: prepared.order.orderNumber };
  switch (verdict) {
    case 'done':
      return (await settleDone(context, transaction, pending)) !== undefined;
    case 'not_offered':
    case 'refused':
      return handOverChange(context, transaction, { ...pending, why: 'not_taken' });
    case 'moved':
    case 'out_of_stock': {
      const failed = await settleFailed(context, transaction, pending);
      if (failed !== undefined && (awaited.by === 'nobody' || (await hasEnded(transaction, prepared)))) {
        await tellFailure(context, transaction, prepared);
      }
      return failed !== undefined;
    }
  }
}

/** Who has hung up hears nothing more. */
async function hasEnded(transaction: Kysely<Database>, { origin }: PreparedChange): Promise<boolean> {
  const call = origin.callId === undefined ? undefined : await findCall(transaction, origin.callId);
  return call === undefined || call.ended_at !== null;
}

/** Finishes what nobody waits for any more; what the store has not answered in all that time becomes a person's. */
export function finishChangesLater(context: AppContext): void {
  context.jobs.work(finishChangeJob, {
    schema: finishChangeData,
    handler: async ({ change_id }) => {
      await finishChange(context, change_id, { by: 'nobody' });
    },
    whenDead: async ({ change_id }) => {
      const sealed = await findUnansweredChange(context.database, change_id);
      if (sealed === undefined) return;
      const { orderNumber } = openPrepared(sealed).order;
      await context.database
        .transaction()
        .execute((transaction) =>
          handOverChange(context, transaction, { changeId: change_id, orderNumber, why: 'unanswered' }),
        );
    },
  });
}

/** Only where it is certain that nothing was done. */
async function tellFailure(
  context: AppContext,
  transaction: Kysely<Database>,
  { changeId, request, order, origin }: PreparedChange,
): Promise<void> {
  await notifyCustomer(context, transaction, {
    notice: { kind: 'change_failed', change: request.kind },
    order,
    callId: origin.callId,
    key: `${changeId} change_failed`,
    via: 'text_else_email',
  });
}

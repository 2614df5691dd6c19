import type { AppContext } from '../app-context.ts';
import { noteApprovalOutcome } from '../escalations/escalations-table.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import type { ChangeOutcome } from '../store/store-connector.ts';
import { ruleOf } from './change-rules.ts';
import { finishChangeData, finishChangeJob } from './finish-change-job.ts';
import { deletePendingChange, findPendingChange } from './pending-changes-table.ts';
import { openPrepared, type PreparedChange } from './prepare-change.ts';
import { updateProposal } from './proposals-table.ts';

/**
 * Sends a change that is on its way to the store, under its id, and settles it by the answer: what belongs to it is kept
 * and sent, or its proposal is closed. Undefined when it was settled before. Throws StoreUnavailableError while the store
 * gives no answer: then it is still on its way.
 */
export async function finishChange(context: AppContext, changeId: string): Promise<ChangeOutcome | undefined> {
  const { changes } = context.store;
  const sealed = await findPendingChange(context.database, changeId);
  if (sealed === undefined || changes.kind !== 'remote') return undefined;
  const prepared = openPrepared(sealed);
  const outcome = await changes.send(prepared.storeChange);
  return (await settle(context, prepared, outcome)) ? outcome : undefined;
}

async function settle(context: AppContext, prepared: PreparedChange, outcome: ChangeOutcome): Promise<boolean> {
  const { changeId, request, rma } = prepared;
  return context.database.transaction().execute(async (transaction) => {
    if (!(await deletePendingChange(transaction, changeId))) return false;
    if (outcome !== 'done') {
      await updateProposal(transaction, changeId, { state: 'moved', turn_id: null });
      const say = context.profile().change_phrases.order_moved;
      await noteApprovalOutcome(transaction, changeId, { outcome: 'failed', say });
      return true;
    }
    const { say } = await ruleOf(request).record(context, transaction, prepared);
    const done = { outcome: 'done', say, ...(rma === undefined ? {} : { rma }) } as const;
    await updateProposal(transaction, changeId, { state: 'done', outcome: done });
    await noteApprovalOutcome(transaction, changeId, done);
    return true;
  });
}

/** Finishes what nobody waits for any more: the customer is told by message, also when the store says no. */
export function finishChangesLater(context: AppContext): void {
  context.jobs.work(finishChangeJob, {
    schema: finishChangeData,
    handler: async ({ change_id }) => {
      const sealed = await findPendingChange(context.database, change_id);
      const outcome = await finishChange(context, change_id);
      if (outcome === undefined || outcome === 'done' || sealed === undefined) return;
      await tellFailure(context, openPrepared(sealed));
    },
  });
}

async function tellFailure(context: AppContext, { changeId, request, order, origin }: PreparedChange): Promise<void> {
  await context.database.transaction().execute((transaction) =>
    notifyCustomer(context, transaction, {
      notice: { kind: 'change_failed', change: request.kind },
      order,
      callId: origin.callId,
      key: `${changeId} change_failed`,
      via: 'text_else_email',
    }),
  );
}

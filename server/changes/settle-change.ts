import type { Kysely } from 'kysely';
import type { ApprovalOutcome } from '@orderline/contract/desk-escalation.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { noteApprovalOutcome } from '../escalations/escalations-table.ts';
import type { Order } from '../orders/order.ts';
import { insertCancelledUnits } from './cancelled-units-table.ts';
import { ruleOf } from './change-rules.ts';
import { takePendingChange } from './pending-changes-table.ts';
import { openPrepared, type PreparedChange } from './prepare-change.ts';
import { lockChangesOf, updateProposal } from './proposals-table.ts';

/** A change that waits for the store to answer, or for its people to do it by hand. */
export type Pending = { readonly orderNumber: string } & (
  { readonly changeId: string } | { readonly escalationId: string }
);

/** A change that is pending no longer. */
export interface Settled {
  readonly outcome: ApprovalOutcome;
  readonly prepared: PreparedChange;
  /** As it was when the change was agreed. */
  readonly order: Order;
}

/**
 * Ends a change that was carried out: its RMA or claim is kept, and the messages and webhooks that belong to it are sent.
 * Undefined when it was settled before.
 */
export async function settleDone(
  context: AppContext,
  transaction: Kysely<Database>,
  pending: Pending,
): Promise<Settled | undefined> {
  const prepared = await take(transaction, pending);
  if (prepared === undefined) return undefined;
  const { changeId, request, rma, order, storeChange } = prepared;
  await insertCancelledUnits(
    transaction,
    storeChange.effects.flatMap((effect) =>
      effect.effect === 'cancel_units'
        ? [{ change_id: changeId, order_number: order.orderNumber, line: effect.line, quantity: effect.quantity }]
        : [],
    ),
  );
  const { say } = await ruleOf(request).record(context, transaction, prepared);
  const outcome = { outcome: 'done', say, ...(rma === undefined ? {} : { rma }) } as const;
  await updateProposal(transaction, changeId, { state: 'done', outcome });
  await noteApprovalOutcome(transaction, changeId, outcome);
  return { outcome, prepared, order };
}

/** Ends a change that was not carried out, so that nothing of it is kept. Undefined when it was settled before. */
export async function settleFailed(
  context: AppContext,
  transaction: Kysely<Database>,
  pending: Pending,
): Promise<Settled | undefined> {
  const prepared = await take(transaction, pending);
  if (prepared === undefined) return undefined;
  const outcome = { outcome: 'failed', say: context.profile().change_phrases.order_moved } as const;
  await updateProposal(transaction, prepared.changeId, { state: 'moved', turn_id: null, outcome: null });
  await noteApprovalOutcome(transaction, prepared.changeId, outcome);
  return { outcome, prepared, order: prepared.order };
}

async function take(transaction: Kysely<Database>, pending: Pending): Promise<PreparedChange | undefined> {
  await lockChangesOf(transaction, pending.orderNumber);
  const sealed = await takePendingChange(transaction, pending);
  return sealed === undefined ? undefined : openPrepared(sealed);
}

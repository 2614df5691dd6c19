import type { Kysely } from 'kysely';
import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import type { Order } from '../orders/order.ts';
import { ruleOf } from './change-rules.ts';
import type { Origin, Proposed } from './change-rule.ts';
import type { Waiver } from './change-facts.ts';
import { loadChangeFacts } from './load-change-facts.ts';
import { refusalProblem } from './refusal-problem.ts';

export interface ChangeOrdered {
  /** Of the proposal or of the escalation: the change is carried out once under it. */
  readonly changeId: string;
  readonly request: ProposalRequest;
  /** As it is now, and locked where the orders are built in. */
  readonly order: Order;
  /** Of the order when the customer agreed; absent where only the rules decide. */
  readonly revision?: string | undefined;
  readonly waived?: ReadonlySet<Waiver>;
  readonly origin: Origin;
}

/** A change that the rules allow as the order stands, ready for the store. */
export interface PreparedChange extends ChangeOrdered {
  readonly proposed: Proposed;
  readonly rma: string | undefined;
  readonly storeChange: StoreChange;
  readonly at: Date;
}

/**
 * Judges a change again, by the facts of this moment. Throws 409 `order_moved` when the order is not what was agreed to,
 * with what the rules say to it now, and 422 `refused`.
 */
export async function prepareChange(
  context: AppContext,
  transaction: Kysely<Database>,
  ordered: ChangeOrdered,
): Promise<PreparedChange> {
  const { changeId, request, order, revision, waived } = ordered;
  const rule = ruleOf(request);
  const facts = await loadChangeFacts(context, transaction, {
    request,
    order,
    ...(waived === undefined ? {} : { waived }),
  });
  const judgement = rule.judge(request, facts);
  const hasMoved = revision !== undefined && revision !== order.revision;
  if (judgement.verdict === 'refused') throw refusalProblem(judgement, hasMoved ? 'order_moved' : 'refused');
  if (hasMoved) throw problem('order_moved', { say: facts.profile.change_phrases.order_moved });

  const rma = await rule.reserveRma?.(transaction);
  return {
    ...ordered,
    proposed: judgement,
    rma,
    at: facts.now,
    storeChange: {
      change_id: changeId,
      order_number: order.orderNumber,
      ...(order.revision === undefined ? {} : { revision: order.revision }),
      kind: request.kind,
      ...(rma === undefined ? {} : { rma }),
      ...('reason' in request && request.reason !== undefined ? { reason: request.reason } : {}),
      effects: [...judgement.effects],
    },
  };
}

export interface ChangeDone {
  readonly say: string;
  readonly rma: string | undefined;
}

/** Keeps and sends what belongs to a change whose effects the store has carried out, in the same transaction. */
export async function recordChange(
  context: AppContext,
  transaction: Kysely<Database>,
  prepared: PreparedChange,
): Promise<ChangeDone> {
  const { say } = await ruleOf(prepared.request).record(context, transaction, prepared);
  return { say, rma: prepared.rma };
}

/**
 * Judges, carries out and records a change of a built-in order, all in the caller's transaction, which must be rolled back
 * when this throws: 409 `order_moved`, 422 `refused`. Carried out again under its id, nothing happens twice.
 */
export async function carryOutChange(
  context: AppContext,
  transaction: Kysely<Database>,
  ordered: Omit<ChangeOrdered, 'order'> & { readonly orderNumber: string },
): Promise<ChangeDone> {
  const { changes } = context.store;
  if (changes.kind !== 'built_in') throw new Error('This store carries changes out by its own API');
  const order = await changes.lockOrder(transaction, ordered.orderNumber);
  if (order === undefined) throw problem('order_moved', { say: context.profile().change_phrases.order_moved });
  const prepared = await prepareChange(context, transaction, { ...ordered, order });
  const outcome = await changes.apply(transaction, prepared.storeChange, prepared.at);
  if (outcome !== 'done') {
    const { order_moved, just_sold } = context.profile().change_phrases;
    throw problem(
      'order_moved',
      outcome === 'moved' ? { say: order_moved } : { say: just_sold, reason: 'out_of_stock' },
    );
  }
  return recordChange(context, transaction, prepared);
}

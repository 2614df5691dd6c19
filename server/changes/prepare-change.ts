import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { Kysely } from 'kysely';
import type { Consequences, ProposalRequest } from '@orderline/contract/proposal.ts';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import type { Order } from '../orders/order.ts';
import type { VariantsByLine } from '../store/store-connector.ts';
import type { Waiver } from './change-facts.ts';
import type { CarriedOut, Origin, Proposed } from './change-kind.ts';
import { ruleOf } from './change-rules.ts';
import { loadChangeFacts } from './load-change-facts.ts';
import { refusalProblem } from './refusal-problem.ts';

export interface ChangeOrdered {
  /** Of the proposal or of the escalation: the change is carried out once under it. */
  readonly changeId: string;
  readonly request: ProposalRequest;
  /** Of the order when the customer agreed; absent where only the rules decide. */
  readonly revision?: string | undefined;
  /** What the customer agreed to: for orders of which the store tells no revision. */
  readonly agreed?: Consequences;
  readonly waived?: ReadonlySet<Waiver>;
  /** From `variantsAhead`. */
  readonly variants: VariantsByLine | undefined;
  readonly origin: Origin;
}

/** A change that the rules allow as the order stands, ready for the store; what `record` takes once it is carried out. */
export interface PreparedChange extends CarriedOut<ProposalRequest> {
  readonly storeChange: StoreChange;
}

/**
 * Judges a change by the facts of this moment. Throws 409 `order_moved` when the order is not what was agreed to, with
 * what the rules say to it now, and 422 `refused`.
 */
export async function prepareChange(
  context: AppContext,
  transaction: Kysely<Database>,
  { order, ...ordered }: ChangeOrdered & { readonly order: Order },
): Promise<PreparedChange> {
  const { changeId, request, revision, origin, waived, variants } = ordered;
  const rule = ruleOf(request);
  const facts = await loadChangeFacts(context, transaction, {
    request,
    order,
    variants,
    ...(waived === undefined ? {} : { waived }),
  });
  const judgement = rule.judge(request, facts);
  const hasMoved = revision !== undefined && revision !== order.revision;
  if (judgement.verdict === 'refused') throw refusalProblem(judgement, hasMoved ? 'order_moved' : 'refused');
  if (hasMoved || !isAsAgreed(judgement, ordered)) {
    throw problem('order_moved', { say: facts.profile.change_phrases.order_moved });
  }

  const rma = await rule.reserveRma?.(transaction);
  return {
    changeId,
    request,
    proposed: judgement,
    order,
    rma,
    origin,
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

/** Where no revision says so, the consequences show whether the customer agreed to this; by which way they are told is theirs. */
function isAsAgreed(
  { consequences }: Proposed,
  { revision, agreed }: Pick<ChangeOrdered, 'revision' | 'agreed'>,
): boolean {
  if (revision !== undefined || agreed === undefined) return true;
  const compared = (of: Consequences): unknown => JSON.parse(JSON.stringify({ ...of, sends: [] }));
  return isDeepStrictEqual(compared(consequences), compared(agreed));
}

/** As bytes, with its dates, for the time until the store has answered. */
export const sealPrepared = (prepared: PreparedChange): Buffer => serialize(prepared);
export const openPrepared = (bytes: Buffer): PreparedChange => deserialize(bytes) as PreparedChange;

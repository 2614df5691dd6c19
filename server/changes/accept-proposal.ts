import type { Kysely } from 'kysely';
import type { AcceptRequest, AcceptResponse } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import { findEvents } from '../calls/call-events-table.ts';
import { keepOpen } from '../calls/calls-table.ts';
import type { Database } from '../database/schema.ts';
import { problem, ProblemError } from '../http/problem-response.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import type { Order } from '../orders/order.ts';
import { StoreUnavailableError, type VariantsByLine } from '../store/store-connector.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { carryOutChange } from './carry-out-change.ts';
import { isConfirmed } from './confirmed-rule.ts';
import { finishChange } from './finish-change.ts';
import { variantsAhead } from './load-change-facts.ts';
import {
  findProposal,
  hasConfirmed,
  isCrossed,
  lockChangesOf,
  lockProposal,
  updateProposal,
  type ProposalRow,
} from './proposals-table.ts';

/** By when the caller hears how it stands, whatever the store does: dead air ends a call. */
const patienceMs = 7000;

export interface ProposalAnswered {
  readonly callId: string;
  readonly proposalId: string;
}

/**
 * Carries out what the customer was read back and has confirmed: rules checked again, effects, RMA and messages in one
 * transaction, or through the store's own API under the proposal's id. Accepted again, it gives the same outcome. Throws
 * 404 `not_found`; 409 `call_ended`, `not_confirmed`, `proposal_closed` and `order_moved`, after which nothing has changed; 422
 * `refused`; 503 `unavailable`.
 */
export async function acceptProposal(
  context: AppContext,
  answered: ProposalAnswered,
  accepted: AcceptRequest,
): Promise<AcceptResponse> {
  const { callId, proposalId } = answered;
  const proposal = await findProposal(context.database, { id: proposalId, callId });
  if (proposal === undefined) throw problem('not_found', { detail: 'This call has no such proposal' });
  if (proposal.outcome !== null) return proposal.outcome;
  const signal = AbortSignal.timeout(patienceMs);
  if (proposal.state === 'accepted') return waitForStore(context, { answered, signal });
  const { order } = await verifiedOrder(context, { callId, orderNumber: proposal.order_number });
  const variants = await variantsAhead(context, { request: proposal.request, order });

  let answer: AcceptResponse;
  try {
    answer = await context.database
      .transaction()
      .execute((transaction) => acceptOnce(context, transaction, { answered, accepted, order, variants }));
  } catch (error) {
    await closeIfMoved(context, proposalId, error);
    throw error;
  }
  return answer.outcome === 'pending' ? waitForStore(context, { answered, signal }) : answer;
}

interface Acceptance {
  readonly answered: ProposalAnswered;
  readonly accepted: AcceptRequest;
  readonly order: Order;
  readonly variants: VariantsByLine | undefined;
}

async function acceptOnce(
  context: AppContext,
  transaction: Kysely<Database>,
  { answered, accepted, order, variants }: Acceptance,
): Promise<AcceptResponse> {
  const { callId, proposalId } = answered;
  // What is told after a call of its changes holds for good.
  if (!(await keepOpen(transaction, callId))) throw problem('call_ended');
  const proposal = await lockProposal(transaction, { id: proposalId, callId });
  if (proposal === undefined) throw problem('not_found', { detail: 'This call has no such proposal' });
  if (proposal.outcome !== null) return proposal.outcome;
  if (proposal.state === 'accepted') return pendingAnswer(context);
  refuseClosed(proposal, context.clock());
  await refuseUnconfirmed(transaction, proposal, accepted.turn_id);
  if (context.store.changes.kind === 'remote') await refuseCrossed(context, transaction, proposal);

  const { outcome, say, rma } = await carryOutChange(context, transaction, {
    changeId: proposal.id,
    request: proposal.request,
    revision: proposal.revision ?? undefined,
    agreed: proposal.consequences,
    order,
    variants,
    origin: { by: 'customer', callId },
  });
  const answer: AcceptResponse = { outcome, say, ...(rma === undefined ? {} : { rma }) };
  await updateProposal(transaction, proposal.id, {
    turn_id: accepted.turn_id,
    answered_by: accepted.by,
    answered_at: context.clock(),
    ...(outcome === 'done' ? { state: 'done', outcome: answer } : { state: 'accepted' }),
  });
  return answer;
}

/** The store's answer while the caller is on the line; without one, the change is finished later. */
async function waitForStore(
  context: AppContext,
  { answered: { callId, proposalId }, signal }: { answered: ProposalAnswered; signal: AbortSignal },
): Promise<AcceptResponse> {
  const { order_moved, just_sold } = context.profile().change_phrases;
  try {
    const outcome = await finishChange(context, proposalId, { by: 'caller', signal });
    if (outcome === 'moved') throw problem('order_moved', { say: order_moved });
    if (outcome === 'out_of_stock') throw problem('order_moved', { say: just_sold, reason: 'out_of_stock' });
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    context.log.warn({ callId, err: error }, 'a change is still on its way to the store');
  }
  const proposal = await findProposal(context.database, { id: proposalId, callId });
  // Settled by somebody else in the meantime.
  if (proposal?.state === 'moved') throw problem('order_moved', { say: order_moved });
  return proposal?.outcome ?? pendingAnswer(context);
}

function pendingAnswer({ profile }: AppContext): AcceptResponse {
  return { outcome: 'pending', say: sayPhrase(profile(), profile().change_phrases.pending) };
}

function refuseClosed({ state, expires_at }: ProposalRow, now: Date): void {
  if (state !== 'open') throw problem('proposal_closed', { detail: `This proposal is ${state}: propose it anew` });
  if (expires_at <= now) throw problem('proposal_closed', { detail: 'This proposal has expired: propose it anew' });
}

async function refuseUnconfirmed(
  transaction: Kysely<Database>,
  { id, call_id: callId }: ProposalRow,
  turnId: string,
): Promise<void> {
  const turns = await findEvents(transaction, callId, ['turn']);
  if (!isConfirmed(turns, { proposalId: id, turnId }) || (await hasConfirmed(transaction, { callId, turnId }))) {
    throw problem('not_confirmed', {
      detail: "Read the proposal back to its end, and accept it with the customer's next turn",
    });
  }
}

/** A built-in order is locked; a store's own API may not notice that two changes of an order cross. */
async function refuseCrossed(
  { profile }: AppContext,
  transaction: Kysely<Database>,
  proposal: ProposalRow,
): Promise<void> {
  await lockChangesOf(transaction, proposal.order_number);
  if (await isCrossed(transaction, proposal)) {
    throw problem('order_moved', { say: profile().change_phrases.order_moved });
  }
}

/** What the rules no longer allow is not accepted later either. */
async function closeIfMoved({ database, clock }: AppContext, id: string, error: unknown): Promise<void> {
  const isMoved = error instanceof ProblemError && ['order_moved', 'refused'].includes(error.body.code);
  if (isMoved) await updateProposal(database, id, { state: 'moved', answered_at: clock() });
}

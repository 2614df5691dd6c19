import type { Kysely } from 'kysely';
import type { AcceptRequest, AcceptResponse } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import { findEvents } from '../calls/call-events-table.ts';
import type { Database } from '../database/schema.ts';
import { problem, ProblemError } from '../http/problem-response.ts';
import { carryOutChange } from './carry-out-change.ts';
import { isConfirmed } from './confirmed-rule.ts';
import { hasConfirmed, lockProposal, updateProposal, type ProposalRow } from './proposals-table.ts';

export interface ProposalAnswered {
  readonly callId: string;
  readonly proposalId: string;
}

/**
 * Carries out what the customer was read back and has confirmed: rules checked again, effects, RMA and messages in one
 * transaction. Accepted again, it gives the same outcome. Throws 404 `not_found`; 409 `not_confirmed`, `proposal_closed`
 * and `order_moved`, after which nothing has changed; 422 `refused`.
 */
export async function acceptProposal(
  context: AppContext,
  { callId, proposalId }: ProposalAnswered,
  { turn_id, by }: AcceptRequest,
): Promise<AcceptResponse> {
  try {
    return await context.database.transaction().execute(async (transaction) => {
      const proposal = await lockProposal(transaction, { id: proposalId, callId });
      if (proposal === undefined) throw problem('not_found', { detail: 'This call has no such proposal' });
      if (proposal.outcome !== null) return proposal.outcome;
      refuseClosed(proposal, context.clock());
      await refuseUnconfirmed(transaction, proposal, turn_id);

      const { say, rma } = await carryOutChange(context, transaction, {
        changeId: proposal.id,
        orderNumber: proposal.order_number,
        request: proposal.request,
        revision: proposal.revision ?? undefined,
        origin: { by: 'customer', callId },
      });
      const outcome: AcceptResponse = { outcome: 'done', say, ...(rma === undefined ? {} : { rma }) };
      await updateProposal(transaction, proposal.id, {
        state: 'done',
        turn_id,
        answered_by: by,
        answered_at: context.clock(),
        outcome,
      });
      return outcome;
    });
  } catch (error) {
    await closeIfMoved(context, proposalId, error);
    throw error;
  }
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

/** What the rules no longer allow is not accepted later either. */
async function closeIfMoved({ database, clock }: AppContext, id: string, error: unknown): Promise<void> {
  const isMoved = error instanceof ProblemError && ['order_moved', 'refused'].includes(error.body.code);
  if (isMoved) await updateProposal(database, id, { state: 'moved', answered_at: clock() });
}

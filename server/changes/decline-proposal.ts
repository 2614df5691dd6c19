import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import type { ProposalAnswered } from './accept-proposal.ts';
import { lockProposal, updateProposal } from './proposals-table.ts';

/**
 * The customer's no. Declined again, it stays declined; a proposal that was replaced or has moved is closed anyway. Throws
 * 404 `not_found`, and 409 `proposal_closed` once it was accepted: the first answer stands.
 */
export async function declineProposal(
  { database, clock }: AppContext,
  { callId, proposalId }: ProposalAnswered,
): Promise<{ outcome: 'declined' }> {
  await database.transaction().execute(async (transaction) => {
    const proposal = await lockProposal(transaction, { id: proposalId, callId });
    if (proposal === undefined) throw problem('not_found', { detail: 'This call has no such proposal' });
    switch (proposal.state) {
      case 'accepted':
      case 'done':
      case 'handed_over':
        throw problem('proposal_closed', { detail: 'This proposal was accepted before' });
      case 'open':
        return updateProposal(transaction, proposal.id, { state: 'declined', answered_at: clock() });
      case 'declined':
      case 'replaced':
      case 'moved':
        return;
    }
  });
  return { outcome: 'declined' };
}

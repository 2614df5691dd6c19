import type { PendingProposal } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import { findOpenProposal } from './proposals-table.ts';

/** What a call was proposed and has not answered, for the job that takes it over. */
export async function pendingProposalOf(
  { database, clock }: AppContext,
  callId: string,
): Promise<PendingProposal | undefined> {
  const row = await findOpenProposal(database, { callId, now: clock() });
  if (row === undefined) return undefined;
  return {
    proposal_id: row.id,
    kind: row.kind,
    order_number: row.order_number,
    consequences: row.consequences,
    say: row.say,
    expires_at: row.expires_at.toISOString(),
  };
}

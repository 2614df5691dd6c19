import type { Turn } from '@orderline/contract/conversation.ts';
import type { CallRow } from '../calls/calls-table.ts';
import { isConfirmed } from '../changes/confirmed-rule.ts';
import type { ProposalRow } from '../changes/proposals-table.ts';
import type { Happened } from './notice.ts';

export interface ProposalHappened extends Happened {
  readonly changeId: string;
}

/** A call that has ended, and what was said in it. */
interface Ended {
  readonly call: CallRow;
  readonly turns: readonly Turn[];
}

/** What became of the proposals of a call that has ended; without those that the customer knows came to nothing. */
export const whatHappened = (proposals: readonly ProposalRow[], ended: Ended): ProposalHappened[] =>
  proposals.flatMap((proposal) => {
    const outcome = outcomeOf(proposal, ended);
    const { id: changeId, order_number: orderNumber, kind: change } = proposal;
    return outcome === undefined ? [] : [{ changeId, orderNumber, change, rma: proposal.outcome?.rma, outcome }];
  });

function outcomeOf(
  { id, state, expires_at }: ProposalRow,
  { call: { ended_at, end_reason }, turns }: Ended,
): Happened['outcome'] | undefined {
  switch (state) {
    case 'done':
      return 'done';
    case 'accepted':
      return 'pending';
    case 'handed_over':
      return 'handed_over';
    case 'open': {
      // Who says goodbye knows that nothing was agreed to; not so who was cut off, or whose answer did not get through.
      const wasCutOff = end_reason !== 'goodbye' && ended_at !== null && expires_at > ended_at;
      const wasAnswered = turns.some(({ id: turnId }) => isConfirmed(turns, { proposalId: id, turnId }));
      return wasCutOff || wasAnswered ? 'void' : undefined;
    }
    case 'declined':
    case 'replaced':
    case 'moved':
      return undefined;
  }
}

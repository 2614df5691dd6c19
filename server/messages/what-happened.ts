import type { CallRow } from '../calls/calls-table.ts';
import type { ProposalRow } from '../changes/proposals-table.ts';
import type { Happened } from './notice.ts';

export interface ProposalHappened extends Happened {
  readonly changeId: string;
}

/** What became of the proposals of a call that has ended; without those that the customer knows came to nothing. */
export const whatHappened = (proposals: readonly ProposalRow[], call: CallRow): ProposalHappened[] =>
  proposals.flatMap((proposal) => {
    const outcome = outcomeOf(proposal, call);
    const { id: changeId, order_number: orderNumber, kind: change } = proposal;
    return outcome === undefined ? [] : [{ changeId, orderNumber, change, rma: proposal.outcome?.rma, outcome }];
  });

function outcomeOf(
  { state, expires_at }: ProposalRow,
  { ended_at, end_reason }: CallRow,
): Happened['outcome'] | undefined {
  switch (state) {
    case 'done':
      return 'done';
    case 'accepted':
      return 'pending';
    case 'handed_over':
      return 'handed_over';
    case 'open': {
      // Who says goodbye knows that nothing was agreed to; who was cut off does not.
      const wasCutOff = end_reason !== 'goodbye' && ended_at !== null && expires_at > ended_at;
      return wasCutOff ? 'void' : undefined;
    }
    case 'declined':
    case 'replaced':
    case 'moved':
      return undefined;
  }
}

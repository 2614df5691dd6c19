import type { Turn } from '@orderline/contract/conversation.ts';

/**
 * Whether a turn confirms a proposal: it is the customer's first since the agent last spoke, and what the agent spoke was
 * this proposal's read-back, to its end (DESIGN §6, confirmation). A tap answers the card, which shows all of it, so
 * a read-back that was cut short will do.
 */
export function isConfirmed(
  turns: readonly Turn[],
  { proposalId, turnId }: { proposalId: string; turnId: string },
): boolean {
  const index = turns.findIndex(({ id }) => id === turnId);
  const [answer, before] = [turns[index], turns[index - 1]];
  if (answer?.role !== 'customer' || before?.reads_back !== proposalId) return false;
  return before.was_interrupted !== true || answer.by === 'tap';
}

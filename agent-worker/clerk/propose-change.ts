import type { ChangeKind } from '@orderline/contract/proposal.ts';
import { calling, type ClerkReply, type ToolName } from './clerk-reply.ts';
import { argumentsOf, type Draft } from './draft.ts';
import type { Note } from './note.ts';

/** Where the facts come from that a change is put together by. */
export const factsTools: Record<ChangeKind, ToolName> = {
  cancellation: 'get_order',
  address_change: 'get_order',
  claim: 'get_order',
  reship: 'get_order',
  return: 'returnable_items',
  exchange: 'returnable_items',
};

/** Gets the facts for a draft, fresh from the server each time one is begun. */
export function fetchFacts(orderNumber: string, draft: Draft, known: Partial<Note> = {}): ClerkReply {
  const { otherOrders } = known;
  return {
    say: '',
    note: { otherOrders, orderNumber, draft, asked: 'matter', about: 'anything_else' },
    toolCalls: calling(factsTools[draft.kind], { order_number: orderNumber }),
  };
}

/** Proposes what a draft holds; what is missing in it is for the server to ask for. */
export function propose(orderNumber: string, draft: Draft, known: Partial<Note> = {}): ClerkReply {
  const { otherOrders } = known;
  return {
    say: '',
    note: { otherOrders, orderNumber, draft, asked: 'yes_no', about: 'anything_else' },
    toolCalls: calling(`propose_${draft.kind}`, { order_number: orderNumber, ...argumentsOf(draft) }),
  };
}

import type { LightMyRequestResponse } from 'fastify';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import type { OrderCall } from './order-call.ts';

let turns = 0;

/** What a job records when it reads a proposal back to its end and the customer answers; returns the answer's turn id. */
export async function readBackAndAnswer(
  call: OrderCall,
  { proposal_id, say }: Pick<ProposalResponse, 'proposal_id' | 'say'>,
  words = 'Yes, please.',
): Promise<string> {
  turns += 1;
  const turn = { kind: 'turn', by: 'voice', at: new Date().toISOString() };
  const answer = `answer-${turns}`;
  await call.post(`/api/calls/${call.id}/events`, {
    events: [
      { ...turn, id: `read-back-${turns}`, role: 'agent', text: say, reads_back: proposal_id },
      { ...turn, id: answer, role: 'customer', text: words },
    ],
  });
  return answer;
}

/** Reads a proposal back, hears a yes and accepts it. */
export async function confirm(call: OrderCall, proposal: ProposalResponse): Promise<LightMyRequestResponse> {
  const turn_id = await readBackAndAnswer(call, proposal);
  return call.post(`/api/proposals/${proposal.proposal_id}/accept`, { turn_id, by: 'voice' });
}

/** Proposes a change, and confirms it when the rules allow it; else the refusal. */
export async function change(call: OrderCall, orderNumber: string, request: object): Promise<LightMyRequestResponse> {
  const proposed = await propose(call, orderNumber, request);
  return proposed.statusCode === 201 ? confirm(call, proposed.json()) : proposed;
}

export const propose = (call: OrderCall, orderNumber: string, request: object): Promise<LightMyRequestResponse> =>
  call.post(`/api/orders/${encodeURIComponent(orderNumber)}/proposals`, request);

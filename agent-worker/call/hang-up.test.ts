import { initializeLogger, type voice } from '@livekit/agents';
import type { AcceptResponse, ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { callWith, RuledModel, says } from '../../test/support/agent-call.ts';
import { patience } from '../../test/support/patience.ts';
import type { Answer } from '../server-api/server-request.ts';
import type { CallDesk } from './call-state.ts';
import { HangUp } from './hang-up.ts';

const proposal: ProposalResponse = {
  proposal_id: '0b7f5f0e-58a2-4b53-9f0e-3f1a52a8a111',
  kind: 'cancellation',
  order_number: 'ORD-12345',
  consequences: { lines: [], fee_cents: 0, stock: [], sends: [] },
  say: "Just to confirm, you'd like to cancel order ORD-12345?",
  expires_at: '2026-03-05T18:00:00Z',
  texting: 'allowed',
};

let session: voice.AgentSession | undefined;
beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));
afterEach(async () => {
  await session?.close();
});

test('who hangs up while their change is carried out ends the call when it is', async () => {
  const carriedOut = Promise.withResolvers<Answer<AcceptResponse>>();
  const accept = vi.fn<CallDesk['accept']>().mockReturnValue(carriedOut.promise);
  const opened = await callWith(new RuledModel(() => says('Anything else?')), undefined, { accept });
  ({ session } = opened);
  const { call } = opened;
  const left = vi.fn();
  call.confirmation.propose(proposal);
  call.confirmation.onSpoken({ readsBack: proposal.proposal_id }, { wasInterrupted: false });
  call.confirmation.hear({ id: 'turn-1', text: 'yes', by: 'voice' });

  const ended = new HangUp(call, opened.session, left).end('customer_left');
  await vi.waitFor(() => expect(accept).toHaveBeenCalledOnce(), patience);
  expect(call.isOver).toBe(true);
  expect(call.server.endCall).not.toHaveBeenCalled();

  carriedOut.resolve({ outcome: 'ok', value: { outcome: 'done', say: 'Order ORD-12345 is cancelled.' } });
  await ended;
  expect(call.server.endCall).toHaveBeenCalledExactlyOnceWith('customer_left');
  expect(left).toHaveBeenCalledAfter(vi.mocked(call.server.endCall));
});

import { initializeLogger, type llm, type voice } from '@livekit/agents';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { callWith, calls, RuledModel, says } from '../test/support/agent-call.ts';
import { patience } from '../test/support/patience.ts';
import type { CallDesk } from './call/call-state.ts';

const id = '0b7f5f0e-58a2-4b53-9f0e-3f1a52a8a111';
const proposal: ProposalResponse = {
  proposal_id: id,
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

/** Proposes to cancel whenever the caller asks for it, and else asks whether there is anything else. */
const cancels = (last: llm.ChatItem | undefined) =>
  last?.type === 'message' && last.role === 'user' && /cancel/.test(last.textContent ?? '')
    ? calls('propose_cancellation', { order_number: 'ORD-12345' })
    : says('Anything else?');

async function callThatCancels() {
  const propose = vi.fn<CallDesk['propose']>().mockResolvedValue({ outcome: 'ok', value: proposal });
  const accept = vi.fn<CallDesk['accept']>();
  accept.mockResolvedValue({ outcome: 'ok', value: { outcome: 'done', say: 'Order ORD-12345 is cancelled.' } });
  const decline = vi.fn<CallDesk['decline']>().mockResolvedValue({ outcome: 'ok', value: undefined });
  const model = new RuledModel(cancels);
  const opened = await callWith(model, undefined, { propose, accept, decline });
  ({ session } = opened);
  const said = () =>
    opened.session.history.items.flatMap((item) =>
      item.type === 'message' && item.role === 'assistant' ? [item.textContent ?? ''] : [],
    );
  return { ...opened, model, said, propose, accept, decline };
}

/** A turn that was spoken, as the framework reports its end. */
async function speak({ session }: { session: voice.AgentSession }, newTranscript: string) {
  const now = Date.now();
  const heard = { newTranscript, transcriptConfidence: 1, startedSpeakingAt: now, stoppedSpeakingAt: now };
  session._activity?.onPreemptiveGeneration(heard);
  await session._activity?.onEndOfTurn({ ...heard, transcriptionDelay: 0, endOfUtteranceDelay: 0 });
}

test('the worker reads a proposal back itself, and no model is asked in between', async () => {
  const { session, said, model, events, stored } = await callThatCancels();
  await session.run({ userInput: 'please cancel it' }).wait();
  await vi.waitFor(() => expect(said()).toEqual([proposal.say]), patience);
  expect(model.contexts).toHaveLength(1);
  await events.stored();
  expect(stored).toContainEqual(expect.objectContaining({ role: 'agent', text: proposal.say, reads_back: id }));
});

test('a spoken yes accepts it once, its words come first, and the model goes on', async () => {
  const called = await callThatCancels();
  await called.session.run({ userInput: 'please cancel it' }).wait();
  await vi.waitFor(() => expect(called.said()).toHaveLength(1), patience);
  await speak(called, 'yes please');
  await vi.waitFor(() => expect(called.said()).toHaveLength(2), patience);
  expect(called.said().at(-1)).toBe('Order ORD-12345 is cancelled. Anything else?');
  expect(called.accept).toHaveBeenCalledOnce();
  const [, { turn_id, by }] = called.accept.mock.calls[0] ?? ['', { turn_id: '', by: 'text' }];
  expect(by).toBe('voice');
  expect(called.stored).toContainEqual(expect.objectContaining({ id: turn_id, role: 'customer', text: 'yes please' }));
});

test('whatever a model says of it, nothing is accepted without the caller', async () => {
  const called = await callThatCancels();
  await called.session.run({ userInput: 'please cancel it' }).wait();
  await vi.waitFor(() => expect(called.said()).toHaveLength(1), patience);
  await speak(called, "no, I don't want that");
  await vi.waitFor(() => expect(called.said()).toHaveLength(2), patience);
  expect(called.said().at(-1)).toMatch(/haven't changed anything/);
  expect(called.accept).not.toHaveBeenCalled();
  expect(called.decline).toHaveBeenCalledExactlyOnceWith(id);
});

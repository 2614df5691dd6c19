import { initializeLogger, type llm, type voice } from '@livekit/agents';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { callWith, calls, order, RuledModel, says } from '../test/support/agent-call.ts';
import { patience } from '../test/support/patience.ts';
import type { CallServer } from './call/call-state.ts';

let session: voice.AgentSession | undefined;
beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));
afterEach(async () => {
  await session?.close();
});

/** Looks the order up as soon as its number is named. */
const looksUp = (last: llm.ChatItem | undefined) =>
  last?.type === 'message' && last.role === 'user' && /ORD-\d{5}/.test(last.textContent ?? '')
    ? calls('order_lookup', { order_number: 'ORD-12345', email: 'customer@email.com' })
    : says('And what email address did you use?');

async function callThatLooksUp() {
  const lookUpOrder = vi.fn<CallServer['lookUpOrder']>().mockResolvedValue({ outcome: 'ok', value: order });
  const model = new RuledModel(looksUp);
  const opened = await callWith(model, lookUpOrder);
  ({ session } = opened);
  const activity = opened.session._activity;
  const heardOf = (newTranscript: string) => {
    const now = Date.now();
    return { newTranscript, transcriptConfidence: 1, startedSpeakingAt: now, stoppedSpeakingAt: now };
  };
  return {
    ...opened,
    model,
    /** A pause that may be the end: the answer is begun. */
    pauses: (text: string) => activity?.onPreemptiveGeneration(heardOf(text)),
    ends: (text: string) => activity?.onEndOfTurn({ ...heardOf(text), transcriptionDelay: 0, endOfUtteranceDelay: 0 }),
  };
}

test('a speculative answer that is thrown away, because the caller went on, has run no tool', async () => {
  const { model, lookUpOrder, pauses, ends } = await callThatLooksUp();
  pauses('It is ORD-12345');
  // It was asked, and wanted its tool.
  await vi.waitFor(() => expect(model.contexts).toHaveLength(1), patience);
  await ends('It is no, wait, I have to look for it');
  const said = () => session?.history.items.map((item) => (item.type === 'message' ? item.textContent : ''));
  await vi.waitFor(() => expect(said()).toContain('And what email address did you use?'), patience);
  expect(lookUpOrder).not.toHaveBeenCalled();
});

test('one that is kept runs its tool once, when the turn is over', async () => {
  const { model, lookUpOrder, pauses, ends } = await callThatLooksUp();
  pauses('It is ORD-12345');
  await vi.waitFor(() => expect(model.contexts).toHaveLength(1), patience);
  expect(lookUpOrder).not.toHaveBeenCalled();
  await ends('It is ORD-12345');
  await vi.waitFor(() => expect(lookUpOrder).toHaveBeenCalledTimes(1), patience);
});

import { initializeLogger, llm, type voice } from '@livekit/agents';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import * as agentCall from '../test/support/agent-call.ts';
import { afterLookUp, calls, order, RuledModel, says } from '../test/support/agent-call.ts';
import { patience } from '../test/support/patience.ts';
import type { CallServer } from './call/call-state.ts';
import { ServerError } from './server-api/server-error.ts';

let session: voice.AgentSession | undefined;
beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));
afterEach(async () => {
  await session?.close();
});

async function callWith(...asked: Parameters<typeof agentCall.callWith>) {
  const opened = await agentCall.callWith(...asked);
  session = opened.session;
  return opened;
}

test('gives no model a card number, wherever in the conversation it stands', async () => {
  const model = new RuledModel(() => says('Thank you.'));
  const { session } = await callWith(model);
  await session.run({ userInput: 'my card is 4111 1111 1111 1111' }).wait();
  await session.run({ userInput: 'did you get it?' }).wait();
  expect(model.contexts).toHaveLength(2);
  expect(JSON.stringify(model.contexts.map(({ items }) => items))).not.toMatch(/4111/);
});

test('looks an order up, and stores the run with its output for a job that may take over', async () => {
  const lookUpOrder = vi.fn<CallServer['lookUpOrder']>().mockResolvedValue({ outcome: 'ok', value: order });
  const rule = afterLookUp({ order_number: 'ORD-12345', email: 'Customer@Email.com' });
  const { session, stored, events } = await callWith(new RuledModel(rule), lookUpOrder);
  await session.run({ userInput: 'where is my order?' }).wait();
  await events.stored();
  expect(lookUpOrder.mock.calls[0]?.[0]).toEqual({
    order_number: 'ORD-12345',
    verification: { email: 'customer@email.com' },
  });
  expect(stored.filter(({ kind }) => kind === 'tool_call')).toEqual([
    expect.objectContaining({
      kind: 'tool_call',
      name: 'order_lookup',
      is_error: false,
      output: JSON.stringify(order),
    }),
  ]);
});

test('shows the model which orders it may name, as soon as one is verified', async () => {
  const lookUpOrder = vi.fn<CallServer['lookUpOrder']>().mockResolvedValue({ outcome: 'ok', value: order });
  const model = new RuledModel(afterLookUp({ order_number: 'ORD-12345', email: 'customer@email.com' }));
  const { session } = await callWith(model, lookUpOrder);
  await session.run({ userInput: 'where is my order?' }).wait();
  const namable = model.shown.map((tools) => {
    const { order_number } = (tools?.getFunctionTool('get_order')?.parameters as z.ZodObject).shape;
    return order_number instanceof z.ZodEnum ? order_number.options : 'any';
  });
  expect(namable).toEqual(['any', ['ORD-12345']]);
});

test("tells the model the server's own sentence after a failed verification", async () => {
  const problem = {
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    code: 'verification_failed' as const,
    say: "I wasn't able to pull up an order.",
    attempts_left: 1,
  };
  const rule = afterLookUp({ order_number: 'ORD-1', email: 'a@b.co' });
  const model = new RuledModel(rule);
  const { session } = await callWith(
    model,
    vi.fn<CallServer['lookUpOrder']>().mockResolvedValue({ outcome: 'refused', problem }),
  );
  const result = session.run({ userInput: 'where is my order?' });
  await result.wait();
  expect(model.contexts.at(-1)?.items.at(-1)).toMatchObject({
    output: expect.stringContaining("I wasn't able to pull up an order.") as string,
  });
});

test('says the trouble sentence when the server cannot be asked, and not what failed', async () => {
  const rule = afterLookUp({ order_number: 'ORD-1', email: 'a@b.co' });
  const model = new RuledModel(rule);
  const unreachable = new ServerError('unreachable', 'an order lookup');
  const { session } = await callWith(model, vi.fn<CallServer['lookUpOrder']>().mockRejectedValue(unreachable));
  await session.run({ userInput: 'where is my order?' }).wait();
  const output = model.contexts.at(-1)?.items.at(-1);
  expect(output).toMatchObject({ output: expect.stringContaining('I am having trouble on my side.') as string });
  expect(JSON.stringify(output)).not.toContain('The server is');
});

test('asks the server nothing for arguments that give both factors, or none', async () => {
  const rule = afterLookUp({ order_number: 'ORD-1', email: 'a@b.co', phone: '+15125550142' });
  const { session, lookUpOrder } = await callWith(new RuledModel(rule));
  await session.run({ userInput: 'where is my order?' }).wait();
  expect(lookUpOrder).not.toHaveBeenCalled();
});

/** What the framework reports when the ears have heard something, and when the turn is over. */
const heard = (newTranscript: string) => ({
  newTranscript,
  transcriptConfidence: 1,
  startedSpeakingAt: Date.now(),
  stoppedSpeakingAt: Date.now(),
  transcriptionDelay: 0,
  endOfUtteranceDelay: 0,
});
/** Looks up the order whose number the caller said last. */
const looksUpWhatWasSaid = (last: llm.ChatItem | undefined) =>
  last?.type === 'message'
    ? calls('order_lookup', { order_number: last.textContent ?? '', email: 'customer@email.com' })
    : says('There it is.');

test('runs no tool of an answer that was begun too early and thrown away', async () => {
  const lookUpOrder = vi.fn<CallServer['lookUpOrder']>().mockResolvedValue({ outcome: 'ok', value: order });
  const model = new RuledModel(looksUpWhatWasSaid);
  const { session } = await callWith(model, lookUpOrder);
  const activity = session._activity;
  activity?.onPreemptiveGeneration(heard('ORD-1234'));
  await vi.waitFor(() => expect(model.contexts).toHaveLength(1), patience);
  activity?.onPreemptiveGeneration(heard('ORD-12345'));
  await vi.waitFor(() => expect(model.contexts).toHaveLength(2), patience);
  await activity?.onEndOfTurn(heard('ORD-12345'));
  await vi.waitFor(() => expect(lookUpOrder).toHaveBeenCalled(), patience);
  expect(lookUpOrder.mock.calls.map(([request]) => request.order_number)).toEqual(['ORD-12345']);
});

test('stores a spoken turn once, without its card number, though its answer was begun before it was over', async () => {
  const model = new RuledModel(() => says('Thank you.'));
  const { session, stored, events } = await callWith(model);
  const spoken = heard('my card is 4111 1111 1111 1111');
  session._activity?.onPreemptiveGeneration(spoken);
  await session._activity?.onEndOfTurn(spoken);
  await vi.waitFor(() => expect(stored).toHaveLength(1), patience);
  await events.stored();
  expect(stored).toEqual([expect.objectContaining({ kind: 'turn', role: 'customer', by: 'voice' })]);
  expect(JSON.stringify([stored, model.contexts.map(({ items }) => items)])).not.toContain('4111');
});

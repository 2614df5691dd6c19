import { initializeLogger, llm, voice } from '@livekit/agents';
import type { CallEvent, JoinResponse } from '@orderline/contract/call.ts';
import type { LookupResponse } from '@orderline/contract/order.ts';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type CallServer, CallState } from './call/call-state.ts';
import { HangUp } from './call/hang-up.ts';
import { OrderAgent } from './order-agent.ts';
import { EventQueue } from './server-api/event-queue.ts';
import { ServerError } from './server-api/server-error.ts';

const order: LookupResponse = {
  order_number: 'ORD-12345',
  status: 'shipped',
  items: [],
  subtotal: 109.97,
  shipping: 'free',
  total: 109.97,
  shipping_address: { city: 'Austin', zip: '78701', country: 'US' },
  order_date: '2026-03-01',
  say: 'Good news — your order shipped.',
};

const joined: JoinResponse = {
  call_id: 'call_0123456789abcdef',
  call_token: 'token',
  generation: 1,
  channel: 'web',
  customer_identity: 'visitor',
  today: '2026-03-05',
  profile: {
    agent_name: 'Robin',
    agent_description: 'Handles order status.',
    store_name: 'Fernway Goods',
    website: 'https://fernway.example',
    tracking_page: 'https://fernway.example/track',
    time_zone: 'America/New_York',
    language: 'en-US',
    order_number_formats: ['ORD-#####'],
    person_contact: 'Call (555) 010-0100.',
    phrases: {
      opening: 'Thanks for calling.',
      automated_notice: 'I am an automated assistant.',
      ask_order_number: 'The number?',
      ask_email: 'The email?',
      anything_else: 'Anything else?',
      goodbye: 'Have a great day!',
      back_again: "I'm back.",
      did_not_catch: 'Pardon?',
      trouble: 'I am having trouble on my side.',
    },
    limits: { silence_seconds: 12 },
  },
  verified_orders: [],
  attempts_left: 2,
  conversation: [],
};

/** Answers by a rule, and remembers every context it was given. */
class RuledModel extends llm.LLM {
  readonly contexts: llm.ChatContext[] = [];
  readonly #rule: (last: llm.ChatItem | undefined) => llm.ChatChunk['delta'];

  constructor(rule: (last: llm.ChatItem | undefined) => llm.ChatChunk['delta']) {
    super();
    this.#rule = rule;
  }

  label(): string {
    return 'ruled';
  }

  chat({ chatCtx }: Parameters<llm.LLM['chat']>[0]): llm.LLMStream {
    this.contexts.push(chatCtx);
    return new RuledStream(this, chatCtx, this.#rule(chatCtx.items.at(-1)));
  }
}

class RuledStream extends llm.LLMStream {
  readonly #delta: llm.ChatChunk['delta'];

  constructor(model: llm.LLM, chatCtx: llm.ChatContext, delta: llm.ChatChunk['delta']) {
    super(model, { chatCtx, connOptions: { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 1000 } });
    this.#delta = delta;
  }

  protected run(): Promise<void> {
    this.queue.put({ id: 'ruled', ...(this.#delta === undefined ? {} : { delta: this.#delta }) });
    return Promise.resolve();
  }
}

const says = (content: string) => ({ role: 'assistant' as const, content });
const calls = (name: string, args: Record<string, unknown>) => ({
  role: 'assistant' as const,
  toolCalls: [llm.FunctionCall.create({ callId: `call_${name}`, name, args: JSON.stringify(args) })],
});
const afterLookUp = (args: Record<string, unknown>) => (last: llm.ChatItem | undefined) =>
  last?.type === 'function_call_output' ? says(last.output) : calls('order_lookup', args);

let session: voice.AgentSession | undefined;
beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));
afterEach(async () => {
  await session?.close();
});

async function callWith(model: llm.LLM, lookUpOrder = vi.fn<CallServer['lookUpOrder']>()) {
  const notAsked = () => Promise.reject(new Error('Not asked in this test'));
  const stored: CallEvent[] = [];
  const server: CallServer = {
    lookUpOrder,
    getOrder: notAsked,
    getTracking: notAsked,
    searchKnowledge: notAsked,
    sendMessage: notAsked,
    recordEvents: notAsked,
    endCall: vi.fn(() => Promise.resolve({ outcome: 'ok', value: undefined } as const)),
    openCommands: notAsked,
  };
  const events = new EventQueue({
    send: (batch) => {
      stored.push(...batch);
      return Promise.resolve({ outcome: 'ok', value: undefined });
    },
    onRefused: () => undefined,
  });
  const call = new CallState(joined, { server, events });
  call.phase = 'talking';
  session = new voice.AgentSession({ llm: model, vad: null, turnHandling: { turnDetection: null } });
  const hangUp = new HangUp(call, session, () => undefined);
  const agent = new OrderAgent(call, { hangUp, chatCtx: llm.ChatContext.empty() });
  await session.start({ agent, record: false });
  return { session, stored, lookUpOrder, events };
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
  expect(stored).toEqual([
    expect.objectContaining({
      kind: 'tool_call',
      name: 'order_lookup',
      is_error: false,
      output: JSON.stringify(order),
    }),
  ]);
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
  await vi.waitFor(() => expect(model.contexts).toHaveLength(1));
  activity?.onPreemptiveGeneration(heard('ORD-12345'));
  await vi.waitFor(() => expect(model.contexts).toHaveLength(2));
  await activity?.onEndOfTurn(heard('ORD-12345'));
  await vi.waitFor(() => expect(lookUpOrder).toHaveBeenCalled());
  expect(lookUpOrder.mock.calls.map(([request]) => request.order_number)).toEqual(['ORD-12345']);
});

test('stores a spoken turn once, without its card number, though its answer was begun before it was over', async () => {
  const model = new RuledModel(() => says('Thank you.'));
  const { session, stored, events } = await callWith(model);
  const spoken = heard('my card is 4111 1111 1111 1111');
  session._activity?.onPreemptiveGeneration(spoken);
  await session._activity?.onEndOfTurn(spoken);
  await vi.waitFor(() => expect(stored).toHaveLength(1));
  await events.stored();
  expect(stored).toEqual([expect.objectContaining({ kind: 'turn', role: 'customer', by: 'voice' })]);
  expect(JSON.stringify([stored, model.contexts.map(({ items }) => items)])).not.toContain('4111');
});

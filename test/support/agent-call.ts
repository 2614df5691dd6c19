import { llm, voice } from '@livekit/agents';
import type { CallEvent, JoinResponse } from '@orderline/contract/call.ts';
import type { LookupResponse } from '@orderline/contract/order.ts';
import { vi } from 'vitest';
import { type CallDesk, type CallServer, CallState } from '../../agent-worker/call/call-state.ts';
import { HangUp } from '../../agent-worker/call/hang-up.ts';
import { recordAgentTurns } from '../../agent-worker/call/record-agent-turns.ts';
import { OrderAgent } from '../../agent-worker/order-agent.ts';
import { EventQueue } from '../../agent-worker/server-api/event-queue.ts';

/** What the server tells of the seed's order. */
export const order: LookupResponse = {
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
    people_are_in: true,
    phrases: {
      opening: 'Thanks for calling.',
      phone_menu: 'Press 1 to hear your order status, or press 2 to speak with an agent.',
      automated_notice: 'I am an automated assistant.',
      ask_order_number: 'The number?',
      ask_email: 'The email?',
      email_another_way: 'The email, or the phone?',
      anything_else: 'Anything else?',
      goodbye: 'Have a great day!',
      back_again: "I'm back.",
      did_not_catch: 'Pardon?',
      trouble: 'I am having trouble on my side.',
      may_we_text: 'May I text you at the phone number on your order?',
      change_declined: "All right, I haven't changed anything.",
      change_unknown: "I can't see whether that went through.",
      hold_over: "I'm sorry, this is taking longer, so you don't have to hold any more.",
      offer_claim:
        "I'm sorry to hear that. We'll get that taken care of right away. Would you prefer a replacement or a refund?",
      offer_exception: 'Let me see if I can get an exception approved for you. Can I place you on a brief hold?',
      address_already_shipped:
        "Unfortunately, that order has already shipped, so I can't change the address. If it gets returned to us, we can reship it to the correct address.",
    },
    limits: { silence_seconds: 12 },
  },
  verified_orders: [],
  attempts_left: 2,
  conversation: [],
};

/** Answers by a rule, and remembers every context it was given. */
export class RuledModel extends llm.LLM {
  readonly contexts: llm.ChatContext[] = [];
  readonly shown: (llm.ToolContext | undefined)[] = [];
  readonly #rule: (last: llm.ChatItem | undefined) => llm.ChatChunk['delta'];

  constructor(rule: (last: llm.ChatItem | undefined) => llm.ChatChunk['delta']) {
    super();
    this.#rule = rule;
  }

  label(): string {
    return 'ruled';
  }

  chat({ chatCtx, toolCtx }: Parameters<llm.LLM['chat']>[0]): llm.LLMStream {
    this.contexts.push(chatCtx);
    this.shown.push(toolCtx && llm.toToolContext(toolCtx));
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

export const says = (content: string) => ({ role: 'assistant' as const, content });
export const calls = (name: string, args: Record<string, unknown>) => ({
  role: 'assistant' as const,
  toolCalls: [llm.FunctionCall.create({ callId: `call_${name}`, name, args: JSON.stringify(args) })],
});
export const afterLookUp = (args: Record<string, unknown>) => (last: llm.ChatItem | undefined) =>
  last?.type === 'function_call_output' ? says(last.output) : calls('order_lookup', args);

/** A call with a model and without a room: its session, and what its job has stored. Whoever asks for it closes it. */
export async function callWith(
  model: llm.LLM,
  lookUpOrder = vi.fn<CallServer['lookUpOrder']>(),
  asked: Partial<CallDesk> = {},
) {
  const notAsked = () => Promise.reject(new Error('Not asked in this test'));
  const stored: CallEvent[] = [];
  const server: CallServer = {
    lookUpOrder,
    getOrder: notAsked,
    getTracking: notAsked,
    searchKnowledge: notAsked,
    sendMessage: notAsked,
    takeMessage: notAsked,
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
  const desk: CallDesk = {
    propose: notAsked,
    accept: notAsked,
    decline: notAsked,
    answerTexting: notAsked,
    getReturnable: notAsked,
    getReturns: notAsked,
    getExchangeOptions: notAsked,
    getShippingAddress: notAsked,
    sendLabelAgain: notAsked,
    escalate: notAsked,
    investigate: notAsked,
    ...asked,
  };
  const call = new CallState(joined, { server, desk, events });
  call.phase = 'talking';
  const session = new voice.AgentSession({ llm: model, vad: null, turnHandling: { turnDetection: null } });
  const hangUp = new HangUp(call, session, () => undefined);
  const agent = new OrderAgent(call, { hangUp, chatCtx: llm.ChatContext.empty() });
  recordAgentTurns(session, call, () => undefined);
  await session.start({ agent, record: false });
  return { call, session, stored, lookUpOrder, events };
}

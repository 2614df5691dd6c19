import { llm } from '@livekit/agents';
import type { TurnSource } from '@orderline/contract/conversation.ts';
import type { LookupResponse, OrderView, TrackingView } from '@orderline/contract/order.ts';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { expect } from 'vitest';
import { Confirmation, type OwnWords } from '../../agent-worker/call/confirmation.ts';
import type { ToolArgs, ToolName } from '../../agent-worker/clerk/clerk-reply.ts';
import { reply } from '../../agent-worker/clerk/reply.ts';

export const stagedProfile: AgentProfile = {
  agent_name: 'Robin',
  agent_description: 'Handles order status.',
  store_name: 'Fernway Goods',
  website: 'https://fernway.example',
  tracking_page: 'fernway.example/track',
  time_zone: 'America/New_York',
  language: 'en',
  order_number_formats: ['ORD-#####', '#W#######'],
  person_contact: 'You can reach our team at +1 212 555 0100.',
  people_are_in: true,
  phrases: {
    opening: 'Thanks for calling Fernway Goods. I can help you with your order. What can I do for you today?',
    phone_menu: 'Press 1 to hear your order status, or press 2 to speak with an agent.',
    automated_notice: "You're talking to Fernway Goods's automated assistant.",
    ask_order_number: 'Sure, I can help with that. Do you have your order number handy?',
    ask_email: 'And what email address did you use for that order?',
    email_another_way:
      "Let's try another way. You can type the email address, or tell me the phone number on the order.",
    anything_else: 'Is there anything else I can help you with today?',
    goodbye: 'Thanks for calling Fernway Goods. Have a great day!',
    back_again: "Sorry, I'm back.",
    did_not_catch: "I'm sorry, I didn't catch that.",
    trouble: "I'm sorry, I'm having some trouble on my end. Could you try that again in a moment?",
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
  limits: { silence_seconds: 10 },
};

/** What the tools of a staged call answer: an output by its tool, or made from the arguments. */
export type StagedTools = Partial<Record<ToolName, (args: ToolArgs) => unknown>>;

/** As many as a call may take in one turn. */
const mostSteps = 6;

/** A call with the clerk without a room: lines go in, and what is said and called is noted. */
export class StagedCall {
  readonly items: llm.ChatItem[] = [];
  readonly calls: string[] = [];
  /** The proposals that were accepted, by the words in which they were read back. */
  readonly accepted: string[] = [];
  isOver = false;
  readonly #tools: StagedTools;
  readonly #confirmation: Confirmation;
  #turns = 0;

  readonly #profile: AgentProfile;

  constructor(tools: StagedTools, profile = stagedProfile) {
    this.#tools = tools;
    this.#profile = profile;
    this.#confirmation = new Confirmation({
      desk: {
        accept: (proposalId) => Promise.resolve({ outcome: 'ok', value: this.#accept(proposalId) }),
        decline: () => Promise.resolve({ outcome: 'ok', value: undefined }),
        answerTexting: () => Promise.resolve({ outcome: 'ok', value: { texting: 'allowed', say: 'Thanks.' } }),
      },
      events: { stored: () => Promise.resolve() },
      phrases: profile.phrases,
    });
    this.agentSays(profile.phrases.opening);
  }

  /** Something another model, or the job itself, says. */
  agentSays(text: string, extra: Record<string, unknown> = {}): void {
    this.items.push(llm.ChatMessage.create({ role: 'assistant', content: text, extra }));
  }

  /** @returns everything that is said to this line, once its tools have answered; by the worker as well, which asks to confirm */
  async customerSays(text: string, by: TurnSource = 'text'): Promise<string> {
    const turn = llm.ChatMessage.create({ role: 'user', content: text, extra: { by } });
    this.items.push(turn);
    this.#turns += 1;
    this.#confirmation.hear({ id: `turn-${String(this.#turns)}`, text, by });
    const said: string[] = [];
    for (let step = 0; step < mostSteps; step++) {
      const { words } = this.#confirmation;
      if (words !== undefined) {
        said.push(await this.#sayOwn(words));
        if (words.then === 'wait') return said.join(' ');
      }
      const { say, note, toolCalls = [] } = reply(this.items, Object.keys(this.#tools), this.#profile);
      const extra = { clerk: structuredClone(note) };
      if (say !== '') {
        said.push(say);
        this.agentSays(say, extra);
        this.#confirmation.onSpoken({}, { wasInterrupted: false });
      }
      for (const { name, args } of toolCalls) this.#run(name, args, extra);
      this.isOver ||= toolCalls.some(({ name }) => name === 'end_call');
      if (toolCalls.length === 0 || this.isOver) return said.join(' ');
    }
    throw new Error(`The clerk goes in circles after: ${text}`);
  }

  async #sayOwn({ text, mark }: OwnWords): Promise<string> {
    const words = await text;
    this.agentSays(words, { confirmation: mark });
    this.#confirmation.onSpoken(mark, { wasInterrupted: false });
    return words;
  }

  #run(name: ToolName, args: ToolArgs, extra: Record<string, unknown>): void {
    const callId = `call_${String(this.calls.length)}`;
    this.calls.push([name, ...Object.values(args).map(written)].join(' '));
    const answer = this.#tools[name]?.({ ...args }) ?? {};
    if (isProposal(answer)) this.#confirmation.propose(answer);
    const output = isProposal(answer) ? { outcome: 'read_back', ...answer } : answer;
    this.items.push(
      llm.FunctionCall.create({ callId, name, args: JSON.stringify(args), extra }),
      llm.FunctionCallOutput.create({ callId, name, output: JSON.stringify(output), isError: false }),
    );
  }

  #accept(proposalId: string): { outcome: 'done'; say: string } {
    this.accepted.push(proposalId);
    return { outcome: 'done', say: `Done: ${proposalId}.` };
  }
}

const written = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const isProposal = (answer: unknown): answer is ProposalResponse =>
  typeof answer === 'object' && answer !== null && 'proposal_id' in answer;

export const shippedSay =
  "Good news — your order shipped on Sunday, March 1 via UPS. Your tracking number is 1Z999AA10123456784. It's estimated " +
  'to arrive by Sunday, March 8. Would you like me to text you the tracking link?';
export const trackingSay = "Your order is on its way with UPS. It's still expected by Sunday, March 8.";

export const lookedUp = (order: Partial<LookupResponse> = {}): LookupResponse => ({
  order_number: 'ORD-12345',
  status: 'shipped',
  items: [{ name: 'Classic Tee - Navy, Size M', qty: 2, price: 29.99 }],
  subtotal: 109.97,
  shipping: 'free',
  total: 109.97,
  order_date: '2026-03-01',
  say: shippedSay,
  ...order,
});

const inFull = (order: Partial<OrderView> = {}): OrderView & { tracking: TrackingView } => ({
  order_number: 'ORD-12345',
  status: 'shipped',
  say: shippedSay,
  ordered_on: '2026-03-01',
  lines: [
    { line: 1, name: 'Classic Tee - Navy, Size M', quantity: 2, unit_price_cents: 2999 },
    { line: 2, name: 'Jogger Pants - Black, Size L', quantity: 1, unit_price_cents: 4999 },
  ],
  currency: 'USD',
  subtotal_cents: 10_997,
  discount_cents: 0,
  shipping_cents: 0,
  total_cents: 10_997,
  payment_method: 'Visa ending in 4242',
  shipping_to: { city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
  ...order,
  tracking: {
    order_number: 'ORD-12345',
    say: trackingSay,
    parcels: [
      {
        carrier: 'UPS',
        tracking_number: '1Z999AA10123456784',
        status: 'in_transit',
        is_stuck: false,
        is_late: false,
        lines: [],
      },
    ],
  },
});

const failedSay =
  "I wasn't able to pull up an order with that combination. Could you double-check the order number and email?";
const refusedSay =
  "For your security, I'm not able to look up that order right now. I'd recommend checking your confirmation email or " +
  'logging into your account at fernway.example. Is there anything else I can help with?';

/** A store whose orders are proven by customer@email.com or +1 512 555 0142; two failures lock it, as the server does. */
export function stagedStore(orders: readonly LookupResponse[] = [lookedUp()]): StagedTools {
  let failures = 0;
  return {
    order_lookup: ({ order_number, email, phone }) => {
      const order = orders.find((one) => one.order_number === order_number);
      const isFactor = email === 'customer@email.com' || phone === '5125550142';
      if (order && isFactor && failures < 2) return order;
      failures += 1;
      const attemptsLeft = Math.max(0, 2 - failures);
      return {
        error: 'verification_failed',
        say: attemptsLeft > 0 ? failedSay : refusedSay,
        attempts_left: attemptsLeft,
        then: 'Say the sentence.',
      };
    },
    get_order: ({ order_number }) => {
      const order = orders.find((one) => one.order_number === order_number);
      const { order_number: orderNumber = '', status = 'shipped', say = '' } = order ?? {};
      return inFull({ order_number: orderNumber, status, say });
    },
    send_tracking_link: ({ channel }) => ({
      outcome: 'queued',
      say: `I've sent it by ${channel === 'sms' ? 'text' : 'email'}.`,
    }),
    search_knowledge: ({ question }) => ({
      passages: String(question).includes('express')
        ? [
            {
              document: 'Shipping FAQ',
              headings: ['Express'],
              text: 'Express shipping takes 2-3 business days\nand costs $9.99.',
            },
          ]
        : [],
    }),
    end_call: () => undefined,
  };
}

/** What the customer says, and what the clerk answers. */
export type Line = readonly [customer: string, clerk: string | RegExp];
export interface Conversation {
  lines: readonly Line[];
  calls?: readonly string[];
  by?: 'voice';
  tools?: StagedTools;
  profile?: AgentProfile;
}

/** Says the customer's lines one after the other, and holds the clerk to its answers and its tool calls. */
export async function play({ lines, calls, by, tools, profile }: Conversation): Promise<void> {
  const call = new StagedCall(tools ?? stagedStore(), profile);
  for (const [customer, clerk] of lines) {
    const said = await call.customerSays(customer, by);
    if (typeof clerk === 'string') expect(said, `to "${customer}"`).toBe(clerk);
    else expect(said, `to "${customer}"`).toMatch(clerk);
  }
  if (calls) expect(call.calls).toEqual(calls);
}

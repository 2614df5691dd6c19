import { llm } from '@livekit/agents';
import type { ObservedModel } from './observed-model.ts';

/** One reply of a model: what it says, and which tools it calls, with arguments as text: a model may write anything. */
export interface ModelReply {
  readonly says: string;
  readonly calls: readonly { readonly name: string; readonly args: string }[];
}

/** A model that answers by a function of the context it is given, and remembers every text that reached it. */
export class ScriptedModel extends llm.LLM implements ObservedModel {
  readonly read: string[] = [];
  /** What it has said, and the arguments that it has written. */
  readonly brought: string[] = [];
  /** The arguments of its lookups. */
  readonly lookups: string[] = [];
  #calls = 0;
  readonly #reply: (chatCtx: llm.ChatContext) => ModelReply;

  constructor(reply: (chatCtx: llm.ChatContext) => ModelReply) {
    super();
    this.#reply = reply;
  }

  label(): string {
    return 'scripted';
  }

  chat({ chatCtx }: Parameters<llm.LLM['chat']>[0]): llm.LLMStream {
    this.read.push(JSON.stringify(chatCtx.items));
    const { says, calls } = this.#reply(chatCtx);
    this.brought.push(says);
    const toolCalls = calls.map(({ name, args }) => {
      this.#calls += 1;
      this.brought.push(args);
      if (name === 'order_lookup') this.lookups.push(args);
      return llm.FunctionCall.create({ callId: `tool_${this.#calls}`, name, args });
    });
    return new ScriptedStream(this, chatCtx, {
      role: 'assistant',
      ...(says === '' ? {} : { content: says }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
    });
  }
}

class ScriptedStream extends llm.LLMStream {
  readonly #delta: NonNullable<llm.ChatChunk['delta']>;

  constructor(model: llm.LLM, chatCtx: llm.ChatContext, delta: NonNullable<llm.ChatChunk['delta']>) {
    super(model, { chatCtx, connOptions: { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 1_000 } });
    this.#delta = delta;
  }

  protected run(): Promise<void> {
    this.queue.put({ id: 'scripted', delta: this.#delta });
    return Promise.resolve();
  }
}

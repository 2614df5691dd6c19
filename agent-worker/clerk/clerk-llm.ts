import { llm, shortuuid } from '@livekit/agents';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import { reply } from './reply.ts';

type ChatRequest = Parameters<llm.LLM['chat']>[0];

/**
 * The clerk as a model of the framework: the keyless default, and the last fallback. It keeps no state, so that a request
 * may be made speculatively and thrown away.
 */
export class ClerkLlm extends llm.LLM {
  readonly #profile: AgentProfile;

  constructor({ profile }: { profile: AgentProfile }) {
    super();
    this.#profile = profile;
  }

  label(): string {
    return 'orderline.Clerk';
  }

  override get model(): string {
    return 'clerk';
  }

  override get provider(): string {
    return 'orderline';
  }

  chat(request: ChatRequest): llm.LLMStream {
    return new ClerkStream(this, request, this.#profile);
  }
}

class ClerkStream extends llm.LLMStream {
  readonly #profile: AgentProfile;
  readonly #tools: readonly string[];

  constructor(clerk: ClerkLlm, { chatCtx, toolCtx, connOptions }: ChatRequest, profile: AgentProfile) {
    super(clerk, {
      chatCtx,
      ...(toolCtx === undefined ? {} : { toolCtx }),
      connOptions: connOptions ?? { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 0 },
    });
    this.#profile = profile;
    this.#tools = Object.keys(this.toolCtx?.functionTools ?? {});
  }

  protected run(): Promise<void> {
    const { say, note, toolCalls } = reply(this.chatCtx.items, this.#tools, this.#profile);
    const extra = { clerk: note };
    const calls = toolCalls?.map(({ name, args }) =>
      // The note goes with the call as well: a turn without words leaves no message that could carry it.
      llm.FunctionCall.create({ callId: shortuuid('call_'), name, args: JSON.stringify(args), extra }),
    );
    this.queue.put({
      id: shortuuid('clerk_'),
      delta: { role: 'assistant', content: say, extra, ...(calls === undefined ? {} : { toolCalls: calls }) },
    });
    return Promise.resolve();
  }
}

import { llm, log } from '@livekit/agents';
import { isRefusal, restAfter } from './rest-after.ts';
import { Resting } from './resting.ts';
import type { Spending, Used } from './spending.ts';
import { withinTime } from './within-time.ts';

const restMs = 30_000;

export interface FallbackLimits {
  /** Of silence, until the caller is told that it takes a moment. */
  fillerAfterMs: number;
  /** To the first token of a try. */
  firstTokenMs: number;
  /** Between tokens, once it has begun. */
  betweenTokensMs: number;
  /** A model that refused this fast is asked once more before the next one takes over. */
  quickRetryWithinMs: number;
}

/** ROBUSTNESS, faults 1 and 2: no dead air over 4 s, however many models are down. */
const fallbackLimits: FallbackLimits = {
  fillerAfterMs: 1_800,
  firstTokenMs: 4_500,
  betweenTokensMs: 3_000,
  quickRetryWithinMs: 600,
};
/** Of English, roughly. */
const charactersPerToken = 4;
const filler = 'One moment, please. ';

type ChatRequest = Parameters<llm.LLM['chat']>[0];

/**
 * Several models as one: the first that answers in time speaks, and when it falls silent in mid-sentence the next goes
 * on from what was said. The last one, the clerk, cannot fail. The framework's own adapter has no limit between tokens,
 * says things twice and gives a failed model up for good.
 */
export class ModelFallback extends llm.LLM {
  readonly #models: readonly llm.LLM[];
  readonly #limits: FallbackLimits;
  readonly #spending: Purse | undefined;
  readonly #resting = new Resting<llm.LLM>(restMs);

  /** @param spending of all models but the last, which is free */
  constructor(
    models: readonly [llm.LLM, ...llm.LLM[]],
    { limits = fallbackLimits, spending }: { limits?: FallbackLimits; spending?: Purse } = {},
  ) {
    super();
    this.#models = models;
    this.#limits = limits;
    this.#spending = spending;
    // An error event that nobody hears would end the process; what matters of it arrives as a failed try.
    for (const model of models) model.on('error', () => undefined);
  }

  label(): string {
    return `fallback(${this.#models.map((model) => model.label()).join(', ')})`;
  }

  override get model(): string {
    return this.#models[0]?.model ?? 'none';
  }

  override prewarm(): void {
    for (const model of this.#models) model.prewarm();
  }

  chat(request: ChatRequest): llm.LLMStream {
    return new FallbackStream(this, request, {
      models: () => (this.#spending?.isOver === true ? this.#models.slice(-1) : this.#resting.awake(this.#models)),
      used: (model, used) => {
        if (model !== this.#models.at(-1)) this.#spending?.add(used);
      },
      failed: (model, error) => this.#resting.rest(model, restAfter(error)),
      limits: this.#limits,
    });
  }
}

type Purse = Pick<Spending, 'isOver' | 'add'>;

interface Tries {
  models: () => readonly llm.LLM[];
  used: (model: llm.LLM, used: Used) => void;
  failed: (model: llm.LLM, error: unknown) => void;
  limits: FallbackLimits;
}

type TryEnd = { is: 'answered' } | { is: 'failed'; error: unknown };

class FallbackStream extends llm.LLMStream {
  readonly #request: ChatRequest;
  readonly #tries: Tries;
  #said = '';
  /** Whether the model that speaks now goes on from another one's words. */
  #goesOn = false;

  constructor(owner: llm.LLM, request: ChatRequest, tries: Tries) {
    super(owner, {
      chatCtx: request.chatCtx,
      ...(request.toolCtx === undefined ? {} : { toolCtx: request.toolCtx }),
      connOptions: { maxRetry: 0, retryIntervalMs: 0, timeoutMs: tries.limits.firstTokenMs },
    });
    this.#request = request;
    this.#tries = tries;
  }

  protected async run(): Promise<void> {
    const waiting = setTimeout(() => this.#put(filler), this.#tries.limits.fillerAfterMs);
    try {
      for (const model of this.#tries.models()) if (await this.#ask(model, () => clearTimeout(waiting))) return;
    } finally {
      clearTimeout(waiting);
    }
    if (!this.abortController.signal.aborted) throw new Error('No model answered');
  }

  /** Whether the model answered, at once or when it was asked again. */
  async #ask(model: llm.LLM, onAnswer: () => void): Promise<boolean> {
    const startedAt = performance.now();
    let end = await this.#try(model, onAnswer);
    const wasFast = performance.now() - startedAt < this.#tries.limits.quickRetryWithinMs && this.#said === '';
    if (end.is === 'failed' && wasFast && !isRefusal(end.error)) end = await this.#try(model, onAnswer);
    if (end.is === 'failed' && !this.abortController.signal.aborted) this.#tries.failed(model, end.error);
    return end.is === 'answered' || this.abortController.signal.aborted;
  }

  async #try(model: llm.LLM, onAnswer: () => void): Promise<TryEnd> {
    const { firstTokenMs, betweenTokensMs } = this.#tries.limits;
    const { signal } = this.abortController;
    const repetition = new Repetition(this.#said);
    let usage: llm.CompletionUsage | undefined;
    let hasCalledTools = false;
    let hasAnswered = false;
    let error: unknown;
    const keepError = (event: { error: Error }) => {
      error = event.error;
    };
    model.on('error', keepError);
    const stream = model.chat({ ...this.#request, chatCtx: this.#context(), connOptions: this.connOptions });
    const close = () => stream.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      for await (const chunk of withinTime(stream, { firstMs: firstTokenMs, nextMs: betweenTokensMs })) {
        usage = chunk.usage ?? usage;
        if (signal.aborted) return { is: 'answered' };
        hasAnswered ||= llm.hasResponse(chunk);
        if (hasAnswered) onAnswer();
        hasCalledTools ||= (chunk.delta?.toolCalls?.length ?? 0) > 0;
        this.#pass(chunk, repetition);
      }
    } catch (stalled) {
      error = stalled;
    } finally {
      this.#tries.used(model, usage ? counted(usage) : this.#estimated());
      close();
      model.off('error', keepError);
      signal.removeEventListener('abort', close);
    }
    // A tool that was called will run: asking another model would run it twice.
    if (hasCalledTools || (hasAnswered && error === undefined)) return { is: 'answered' };
    if (!signal.aborted) log().warn({ model: model.label(), error }, 'A model failed');
    this.#goesOn = this.#said !== '';
    return { is: 'failed', error };
  }

  #pass(chunk: llm.ChatChunk, repetition: Repetition): void {
    if (chunk.delta?.content === undefined) {
      this.queue.put(chunk);
      return;
    }
    const content = this.#joined(repetition.newIn(chunk.delta.content));
    this.#said += content;
    this.queue.put({ ...chunk, delta: { ...chunk.delta, content } });
  }

  /** Another model begins a word of its own. */
  #joined(content: string): string {
    if (!this.#goesOn || content === '') return content;
    this.#goesOn = false;
    return /\s$/.test(this.#said) || /^[\s.,;:!?]/.test(content) ? content : ` ${content}`;
  }

  /** A stream that is broken off, as most that were begun too early are, does not tell what it cost. */
  #estimated(): Used {
    const text = JSON.stringify(this.#request.chatCtx.toJSON());
    return { inputTokens: tokensIn(text), outputTokens: tokensIn(this.#said) };
  }

  #put(content: string): void {
    this.queue.put({ id: 'filler', delta: { role: 'assistant', content } });
  }

  /** What the next model has to know: that the beginning of the answer has been spoken. */
  #context(): llm.ChatContext {
    if (this.#said === '') return this.#request.chatCtx;
    const context = this.#request.chatCtx.copy();
    context.addMessage({ role: 'assistant', content: this.#said });
    return context;
  }
}

/** Listens past a model that begins again with what has already been spoken. */
class Repetition {
  readonly #spoken: string;
  #held = '';
  #isOver: boolean;

  constructor(spoken: string) {
    this.#spoken = spoken;
    this.#isOver = spoken === '';
  }

  newIn(content: string): string {
    if (this.#isOver) return content;
    this.#held += content;
    if (this.#spoken.startsWith(this.#held) && this.#held.length < this.#spoken.length) return '';
    this.#isOver = true;
    return this.#held.startsWith(this.#spoken) ? this.#held.slice(this.#spoken.length) : this.#held;
  }
}

const tokensIn = (text: string): number => Math.ceil(text.length / charactersPerToken);

const counted = ({ promptTokens, completionTokens }: llm.CompletionUsage): Used => ({
  inputTokens: promptTokens,
  outputTokens: completionTokens,
});

import { initializeLogger, llm } from '@livekit/agents';
import { beforeAll, expect, test } from 'vitest';
import { ModelFallback } from './model-fallback.ts';

/** What a scripted model does, step by step: a piece of text, a call, an error, or silence for ever. */
type Step = string | { call: string };

class ScriptedModel extends llm.LLM {
  readonly asked: llm.ChatContext[] = [];
  readonly #scripts: Step[][];
  readonly #name: string;

  constructor(name: string, ...scripts: Step[][]) {
    super();
    this.#name = name;
    this.#scripts = scripts;
  }

  label(): string {
    return this.#name;
  }

  chat(request: Parameters<llm.LLM['chat']>[0]): llm.LLMStream {
    this.asked.push(request.chatCtx);
    const script = this.#scripts[Math.min(this.asked.length, this.#scripts.length) - 1] ?? [];
    return new ScriptedStream(this, request.chatCtx, script);
  }
}

class ScriptedStream extends llm.LLMStream {
  readonly #script: Step[];

  constructor(model: llm.LLM, chatCtx: llm.ChatContext, script: Step[]) {
    super(model, { chatCtx, connOptions: { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 1000 } });
    this.#script = script;
  }

  protected async run(): Promise<void> {
    for (const step of this.#script) {
      if (step === 'ERROR') throw new Error('scripted');
      if (step === 'STALL') return new Promise(() => undefined);
      await Promise.resolve();
      const delta =
        typeof step === 'string'
          ? { role: 'assistant' as const, content: step }
          : {
              role: 'assistant' as const,
              toolCalls: [llm.FunctionCall.create({ callId: 'c1', name: step.call, args: '{}' })],
            };
      this.queue.put({ id: 'scripted', delta });
    }
  }
}

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

const limits = { fillerAfterMs: 1_000, firstTokenMs: 40, betweenTokensMs: 40, quickRetryWithinMs: 20 };

async function answerOf(...models: [llm.LLM, ...llm.LLM[]]): Promise<{ text: string; calls: string[] }> {
  const chatCtx = llm.ChatContext.empty();
  chatCtx.addMessage({ role: 'user', content: 'where is my order' });
  let text = '';
  const calls: string[] = [];
  for await (const { delta } of new ModelFallback(models, { limits }).chat({ chatCtx })) {
    text += delta?.content ?? '';
    calls.push(...(delta?.toolCalls ?? []).map(({ name }) => name));
  }
  return { text, calls };
}

test('leaves a model that answers alone', async () => {
  const clerk = new ScriptedModel('clerk', ['from the clerk']);
  const gpt = new ScriptedModel('gpt', ['It ', 'shipped.']);
  expect(await answerOf(gpt, clerk)).toEqual({ text: 'It shipped.', calls: [] });
  expect(clerk.asked).toHaveLength(0);
});

test('asks a model that refused at once a second time, before the next one speaks', async () => {
  const gpt = new ScriptedModel('gpt', ['ERROR'], ['It shipped.']);
  expect(await answerOf(gpt, new ScriptedModel('clerk', ['from the clerk']))).toMatchObject({ text: 'It shipped.' });
});

test('gives the turn to the next model when both tries were refused', async () => {
  const gpt = new ScriptedModel('gpt', ['ERROR']);
  expect(await answerOf(gpt, new ScriptedModel('clerk', ['One moment.']))).toMatchObject({ text: 'One moment.' });
  expect(gpt.asked).toHaveLength(2);
});

test('does not wait for a first token for ever, nor ask twice where it took long', async () => {
  const gpt = new ScriptedModel('gpt', ['STALL']);
  expect(await answerOf(gpt, new ScriptedModel('clerk', ['One moment.']))).toMatchObject({ text: 'One moment.' });
  expect(gpt.asked).toHaveLength(1);
});

test('goes on with the next model from what was spoken when one falls silent in mid-sentence', async () => {
  const gpt = new ScriptedModel('gpt', ['Your order ', 'STALL']);
  const second = new ScriptedModel('second', ['has shipped.']);
  expect(await answerOf(gpt, second)).toMatchObject({ text: 'Your order has shipped.' });
  expect(second.asked[0]?.items.at(-1)).toMatchObject({ role: 'assistant', content: ['Your order '] });
});

test('says nothing twice when the next model begins again', async () => {
  const gpt = new ScriptedModel('gpt', ['Your order ', 'ERROR']);
  const second = new ScriptedModel('second', ['Your ', 'order has ', 'shipped.']);
  expect(await answerOf(gpt, second)).toMatchObject({ text: 'Your order has shipped.' });
});

test('loses no word of a next model that only happens to begin alike', async () => {
  const gpt = new ScriptedModel('gpt', ['Your order ', 'ERROR']);
  const second = new ScriptedModel('second', ['Your ', 'total is nine dollars.']);
  expect(await answerOf(gpt, second)).toMatchObject({ text: 'Your order Your total is nine dollars.' });
});

test('tells a caller who waits that it takes a moment, and goes on waiting', async () => {
  const gpt = new ScriptedModel('gpt', ['STALL']);
  const fallback = new ModelFallback([gpt, new ScriptedModel('clerk', ['It shipped.'])], {
    limits: { ...limits, fillerAfterMs: 10 },
  });
  let text = '';
  for await (const { delta } of fallback.chat({ chatCtx: llm.ChatContext.empty() })) text += delta?.content ?? '';
  expect(text).toBe('One moment, please. It shipped.');
});

test('puts a space where the next model begins a word of its own', async () => {
  const gpt = new ScriptedModel('gpt', ['Your order has ship', 'STALL']);
  const clerk = new ScriptedModel('clerk', ['Do you have your order number handy?']);
  expect(await answerOf(gpt, clerk)).toMatchObject({
    text: 'Your order has ship Do you have your order number handy?',
  });
});

test('asks nobody else once a tool was called', async () => {
  const gpt = new ScriptedModel('gpt', [{ call: 'order_lookup' }, 'ERROR']);
  const clerk = new ScriptedModel('clerk', [{ call: 'order_lookup' }]);
  expect(await answerOf(gpt, clerk)).toEqual({ text: '', calls: ['order_lookup'] });
  expect(clerk.asked).toHaveLength(0);
});

test('passes over a model that failed lately', async () => {
  const gpt = new ScriptedModel('gpt', ['ERROR']);
  const fallback = new ModelFallback([gpt, new ScriptedModel('clerk', ['One moment.'])], { limits });
  for (let turn = 0; turn < 2; turn++) await fallback.chat({ chatCtx: llm.ChatContext.empty() }).collect();
  expect(gpt.asked).toHaveLength(2);
});

test('counts what the models cost, but not the clerk, and asks only the clerk once that is enough', async () => {
  const gpt = new ScriptedModel('gpt', ['It shipped.']);
  const clerk = new ScriptedModel('clerk', ['One moment.']);
  const used: unknown[] = [];
  const spending = { isOver: false, add: (more: unknown) => used.push(more) };
  const fallback = new ModelFallback([gpt, clerk], { limits, spending });
  await fallback.chat({ chatCtx: llm.ChatContext.empty() }).collect();
  spending.isOver = true;
  await fallback.chat({ chatCtx: llm.ChatContext.empty() }).collect();
  expect([gpt.asked.length, clerk.asked.length]).toEqual([1, 1]);
  expect(used).toEqual([{ inputTokens: expect.any(Number) as number, outputTokens: 3 }]);
});

import { initializeLogger, llm } from '@livekit/agents';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { stagedProfile } from '../../test/support/staged-call.ts';
import { ClerkLlm } from './clerk-llm.ts';

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

const lookupTool = llm.tool({
  name: 'order_lookup',
  description: 'Looks an order up',
  parameters: z.object({}),
  execute: () => Promise.resolve(''),
});

async function chat(text: string, tools: llm.ToolContextLike = []): Promise<llm.ChatChunk[]> {
  const chatCtx = llm.ChatContext.empty();
  chatCtx.addMessage({ role: 'user', content: text });
  const chunks: llm.ChatChunk[] = [];
  for await (const chunk of new ClerkLlm({ profile: stagedProfile }).chat({ chatCtx, toolCtx: tools }))
    chunks.push(chunk);
  return chunks;
}

test('says its answer with its note, which the framework keeps on the message', async () => {
  expect(await chat('where is my order')).toMatchObject([
    {
      delta: {
        role: 'assistant',
        content: stagedProfile.phrases.ask_order_number,
        extra: { clerk: { asked: 'order_number', about: 'order_number', wish: 'status' } },
      },
    },
  ]);
});

test('calls a tool as the framework expects it, with the note on the call', async () => {
  const [chunk] = await chat('ORD-12345, customer@email.com', [lookupTool]);
  const [call] = chunk?.delta?.toolCalls ?? [];
  expect(call).toMatchObject({ type: 'function_call', name: 'order_lookup', extra: { clerk: { about: 'both' } } });
  expect(JSON.parse(call?.args ?? '')).toEqual({ order_number: 'ORD-12345', email: 'customer@email.com' });
});

test('may be asked twice for the same, and thrown away', async () => {
  const [one, other] = await Promise.all([chat('where is my order'), chat('where is my order')]);
  expect(one[0]?.delta?.content).toBe(other[0]?.delta?.content);
});

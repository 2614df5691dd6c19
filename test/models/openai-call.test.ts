import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import type { ModelAnswer } from '../support/openai-script.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';
import { speakAsOpenAi } from '../support/openai-voice-samples.ts';
import { RoomCaller } from '../support/room-caller.ts';

let openAi: OpenAiServer;
let stack: Stack;
beforeAll(async () => {
  openAi = await startOpenAiServer({ answer, speak: speakAsOpenAi });
  stack = await startStack({
    parts: ['database', 'livekit', 'server', 'worker'],
    environment: bareEnvironment(),
    workerEnvironment: { OPENAI_API_KEY: 'sk-stand-in', OPENAI_BASE_URL: openAi.url },
  });
});
afterAll(async () => {
  await stack.stop();
  await openAi.stop();
});

test('with a key the same call runs on gpt-4o, by streamed tool calls, and no card number reaches the model', async () => {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('Thanks for calling');
  await caller.type('My card is 4111 1111 1111 1111, can you see it?');
  await caller.transcript.agentSays('I cannot help with card numbers.');
  await caller.type("Where's my order ORD-12345? My email is customer@email.com");
  await caller.transcript.agentSays('Your tracking number is 1Z999AA10123456784.');
  await caller.audio.firstHeard();

  const [first] = openAi.requests;
  expect(first).toMatchObject({ model: 'gpt-4o', temperature: 0.2, stream: true });
  const tools = first?.tools?.map((tool) => (tool.type === 'function' ? tool.function.name : tool.type));
  expect(tools).toEqual(expect.arrayContaining(['order_lookup', 'get_order', 'search_knowledge', 'end_call']));
  expect(JSON.stringify(openAi.requests)).not.toMatch(/4111/);
  expect(JSON.stringify(openAi.requests)).toContain('[card number removed]');
  await caller.hangUp();
});

/** A model that follows the instructions as far as this call needs it. */
function answer({ messages }: ChatCompletionCreateParams): ModelAnswer {
  const last = messages.at(-1);
  const text = typeof last?.content === 'string' ? last.content : JSON.stringify(last?.content ?? '');
  if (last?.role === 'tool') return { text: (JSON.parse(text) as { say: string }).say };
  if (text.includes('ORD-12345'))
    return { tool: 'order_lookup', arguments: { order_number: 'ORD-12345', email: 'customer@email.com' } };
  return { text: 'I cannot help with card numbers. Do you have your order number handy?' };
}

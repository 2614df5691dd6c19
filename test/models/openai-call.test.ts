import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fliteSampleRateHz, speakWithFlite } from '../../agent-worker/models/flite.ts';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import type { ModelAnswer } from '../support/openai-script.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';
import { RoomCaller } from '../support/room-caller.ts';

const openAiSampleRateHz = 24_000;

let openAi: OpenAiServer;
let stack: Stack;
beforeAll(async () => {
  openAi = await startOpenAiServer({ answer, speak });
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
  await caller.audio.firstHeard({ withinMs: 5_000 });

  const [first] = openAi.requests;
  expect(first).toMatchObject({ model: 'gpt-4o', temperature: 0.2, stream: true });
  expect(first?.tools?.map((tool) => (tool.type === 'function' ? tool.function.name : tool.type)).sort()).toEqual([
    'end_call',
    'get_order',
    'order_lookup',
    'search_knowledge',
    'send_tracking_link',
  ]);
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

/** flite's speech at the rate at which OpenAI speaks. */
async function speak(line: string): Promise<Int16Array> {
  const samples = await speakWithFlite(line, 'slt');
  const length = Math.floor((samples.length * openAiSampleRateHz) / fliteSampleRateHz);
  return Int16Array.from(
    { length },
    (_, at) => samples[Math.floor((at * fliteSampleRateHz) / openAiSampleRateHz)] ?? 0,
  );
}

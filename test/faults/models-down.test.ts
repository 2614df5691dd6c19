import type { Kysely } from 'kysely';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import type { Database } from '../../server/database/schema.ts';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { cancellable, type CancellableOrder, doneOf, hearReadBack } from '../support/cancelling-caller.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import type { ModelAnswer } from '../support/openai-script.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';
import { speakAsOpenAi } from '../support/openai-voice-samples.ts';
import { RoomCaller } from '../support/room-caller.ts';

/** ROBUSTNESS: no dead air over 4 s. */
const deadAirMs = 4_000;
/** So long a model that failed is passed over (`model-fallback.ts`). */
const restMs = 30_000;
const modelsWords = 'You are most welcome, dear customer.';

let openAi: OpenAiServer;
let stack: Stack;
let database: Kysely<Database>;
beforeAll(async () => {
  openAi = await startOpenAiServer({ answer: cancelsForAnyone, speak: speakAsOpenAi, transcript: () => 'yes please' });
  stack = await startStack({
    parts: ['database', 'livekit', 'server', 'worker'],
    environment: bareEnvironment(),
    workerEnvironment: { OPENAI_API_KEY: 'sk-stand-in', OPENAI_BASE_URL: openAi.url },
  });
  database = connectDatabase(stack.urls.database);
});
beforeEach(() => {
  for (const endpoint of Object.keys(openAi.faults)) Reflect.deleteProperty(openAi.faults, endpoint);
});
afterAll(async () => {
  await database.destroy();
  await stack.stop();
  await openAi.stop();
});

/** That it is done, by the worker, and what comes next, by the clerk. */
const doneAndMore = (order: CancellableOrder) => new RegExp(`${doneOf(order)}.+Is there anything else I can help you`);

/** A model that looks an order up and proposes to cancel it, and has only one thing to say. */
function cancelsForAnyone({ messages }: ChatCompletionCreateParams): ModelAnswer {
  const last = messages.at(-1);
  const text = JSON.stringify(last?.content ?? '');
  const order_number = /ORD-\d{5}/.exec(text)?.[0] ?? '';
  if (last?.role === 'user' && /cancel/i.test(text))
    return { tool: 'order_lookup', arguments: { order_number, email: cancellable[order_number as CancellableOrder] } };
  if ((last?.role === 'tool' && text.includes('"status')) || text.includes('\\"status'))
    return { tool: 'propose_cancellation', arguments: { order_number } };
  return { text: modelsWords };
}

async function callerWhoCancels(order: CancellableOrder): Promise<RoomCaller> {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('What can I do for you today?');
  await caller.type(`Please cancel order ${order}. My email is ${cancellable[order]}.`);
  await caller.transcript.agentSays('May I text you at the phone number on your order?');
  await caller.type('No');
  await hearReadBack(caller, order);
  return caller;
}

test('with the model down in mid-change the clerk goes on, knowing what was proposed and proved, and gives way when it is back', async () => {
  const order = 'ORD-10003';
  const caller = await callerWhoCancels(order);
  openAi.faults.chat = 'server error';
  await caller.type('yes please');
  await caller.transcript.agentSays(doneAndMore(order));
  const failedAt = performance.now();
  Object.assign(openAi.faults, { transcription: 'server error', realtime: 'cut midway' });
  await caller.audio.fallenSilent({ forMs: 500 });
  await caller.speak('where is my order');
  expect(await caller.transcript.agentSays(/cancelled/)).not.toMatch(/order number|email address/i);
  expect(caller.transcript.myLines.join(' ')).toContain('where is my order');

  Reflect.deleteProperty(openAi.faults, 'chat');
  await caller.audio.played({ forMs: restMs - (performance.now() - failedAt) });
  await caller.type('Thank you very much');
  await caller.transcript.agentSays(modelsWords);
  await caller.hangUp();
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
});

test('with model, ears and voice failing at the spoken yes, the change is done once, and the caller hears so', async () => {
  const order = 'ORD-10002';
  const caller = await callerWhoCancels(order);
  Object.assign(openAi.faults, { chat: 'stalls', transcription: 'stalls', realtime: 'stalls', speech: 'cut midway' });
  const spokenAt = await caller.speak('yes please');
  await caller.transcript.agentSays(doneAndMore(order));
  await caller.audio.fallenSilent({ forMs: 1_200 });
  expect(caller.audio.longestSilence({ sinceMs: spokenAt })).toBeLessThan(deadAirMs);
  await caller.hangUp();
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
});

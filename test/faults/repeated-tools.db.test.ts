import { initializeLogger } from '@livekit/agents';
import { sql } from 'kysely';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAiChat } from '../../agent-worker/models/openai-chat.ts';
import { type CallMade, runCall } from '../eval/run-scenario.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { type FaultyProxy, faultyProxy } from '../support/faulty-proxy.ts';
import { freshOrders } from '../support/late-return.ts';
import type { ModelAnswer, ToolCalled } from '../support/openai-script.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const order_number = 'ORD-10003';
const lookUp: ToolCalled = { tool: 'order_lookup', arguments: { order_number, email: 'customer@email.com' } };
const cancel: ToolCalled = { tool: 'propose_cancellation', arguments: { order_number } };
const address = { street: '9 Elm St', city: 'Dallas', state: 'TX', zip: '75201', country: 'US' };
const move: ToolCalled = { tool: 'propose_address_change', arguments: { order_number, ...address } };
const asksPeople: ToolCalled = {
  tool: 'escalate',
  arguments: { order_number, matter: 'other', request: 'May it come gift-wrapped?' },
};

let database: FreshDatabase;
let server: TestServer;
let proxy: FaultyProxy;
let openAi: OpenAiServer;
/** What the model calls, one reply after the other; then it only talks. */
let replies: ToolCalled[][] = [];
beforeAll(async () => {
  initializeLogger({ pretty: false, level: 'silent' });
  openAi = await startOpenAiServer({ answer, speak: () => Promise.resolve(new Int16Array()) });
  database = await freshDatabase();
  server = await testServer(database);
  proxy = await faultyProxy(await server.app.listen({ host: '127.0.0.1', port: 0 }));
});
beforeEach(async () => {
  await database.database.deleteFrom('calls').execute();
  await database.database.deleteFrom('texting_consents').execute();
  await freshOrders(database, new Date());
  proxy.asked.length = 0;
});
afterAll(async () => {
  await proxy.close();
  await server.app.close();
  await openAi.stop();
  await database.drop();
});

function answer({ messages }: ChatCompletionCreateParams): ModelAnswer {
  const next = messages.length > 1 ? replies.shift() : undefined;
  return next === undefined ? { text: 'Is there anything else?' } : { together: next };
}

/** A caller who has proved the order; `says` to each sentence of the agent that it matches, once. */
function call(says: readonly (readonly [RegExp, string])[]): Promise<CallMade> {
  const script: (readonly [RegExp, string])[] = [[/What can I do for you/, 'Please see to my order'], ...says];
  return runCall({
    server,
    serverUrl: proxy.url,
    chat: () =>
      openAiChat({
        model: 'gpt-4o',
        apiKey: 'sk-stand-in',
        baseUrl: openAi.url,
        temperature: 0,
        variables: { model: '', url: '', key: '' },
      }),
    caller: (said) => {
      const at = script.findIndex(([asked]) => asked.test(said));
      const [next] = at < 0 ? [] : script.splice(at, 1);
      return Promise.resolve(next?.[1]);
    },
  });
}

const left = () => changesLeft(database.database, order_number);
const saidIn = ({ lines }: CallMade) => lines.flatMap(({ who, text }) => (who === 'agent' ? [text] : [])).join(' ');
const timesIn = (text: string, words: string) => text.split(words).length - 1;
const timesAsked = (path: string) => proxy.asked.filter((request) => request.endsWith(path)).length;

const noTexts = [/May I text you/, 'no'] as const;
const agrees = [/Just to confirm/, 'yes please'] as const;

test('a change that a model proposes twice at once is proposed, read back and done once', async () => {
  replies = [[lookUp], [cancel, cancel]];
  const made = await call([noTexts, agrees]);
  expect(timesAsked('/proposals')).toBe(1);
  expect(timesIn(saidIn(made), "you'd like to cancel")).toBe(1);
  expect(timesIn(saidIn(made), 'is cancelled')).toBe(1);
  expect(await left()).toEqual(cancelledOnce);
});

test('of changes that contradict each other only the one that was read back is done, whatever answer comes first', async () => {
  replies = [[lookUp], [move, cancel]];
  proxy.faults.push({ path: /\/proposals$/, fault: 'late answer' });
  const made = await call([noTexts, agrees]);
  expect(timesAsked('/proposals')).toBe(2);
  expect(timesIn(saidIn(made), 'Just to confirm')).toBe(1);
  expect(saidIn(made)).toContain('is cancelled');
  expect(await left()).toEqual(cancelledOnce);
});

test('a model that goes on proposing what is done changes nothing more', async () => {
  replies = [[lookUp], [cancel], [cancel], [move], [cancel, move]];
  const made = await call([noTexts, agrees, [/anything else/, 'yes please']]);
  expect(made.toolCalls.filter((name) => name.startsWith('propose_'))).toHaveLength(5);
  expect(timesIn(saidIn(made), "you'd like to cancel")).toBe(1);
  expect(await left()).toEqual(cancelledOnce);
});

test('a model that gives all its calls one id, and a long one, is served like any other', async () => {
  const id = 'call_0_'.repeat(50);
  const receipt = { tool: 'send_receipt', arguments: { order_number, channel: 'email' } };
  replies = [[{ ...lookUp, id }], [{ ...receipt, id }], [{ ...cancel, id }]];
  const made = await call([noTexts, agrees]);
  expect(saidIn(made)).toContain('is cancelled');
  const { stored, history, sent } = await left();
  expect({ stored, history, sent: [...sent].sort() }).toEqual({
    ...cancelledOnce,
    sent: ['cancellation_confirmed', 'receipt'],
  });
  const { rows } = await sql<{ name: string }>`
    select event->>'name' as name from call_events where kind = 'tool_call' order by position`.execute(
    database.database,
  );
  expect(rows.map(({ name }) => name)).toEqual(['order_lookup', 'send_receipt', 'propose_cancellation']);
});

test('a model that proposes and hangs up in one reply has changed nothing', async () => {
  replies = [[lookUp], [cancel, { tool: 'end_call', arguments: {} }]];
  const made = await call([]);
  expect(made.hasEnded).toBe(true);
  expect(await left()).toMatchObject({ stored: [], history: [] });
});

test('however often a model asks people for the same thing, they are asked once', async () => {
  replies = [[lookUp], [asksPeople, asksPeople], [asksPeople]];
  await call([[/Is there anything else/, 'no']]);
  expect(timesAsked('/escalations')).toBe(2);
  const { rows } = await sql<{ matter: string }>`select matter from escalations`.execute(database.database);
  expect(rows).toEqual([{ matter: 'other' }]);
});

import { llm } from '@livekit/agents';
import { expect, test } from 'vitest';
import { lookedUp, shippedSay, StagedCall, stagedProfile, stagedStore } from '../../test/support/staged-call.ts';
import { reply } from './reply.ts';
import { readTalk } from './talk.ts';

const { phrases } = stagedProfile;
const tools = Object.keys(stagedStore());

test('asks again after another model spoke, and takes nothing for an answer to its own question', async () => {
  const call = new StagedCall(stagedStore());
  await call.customerSays("Where's my order ORD-12345? My email is customer@email.com");
  call.agentSays('Shall I cancel everything?');
  expect(await call.customerSays('yes')).toMatch(/^I'm sorry, I didn't catch that\./);
  expect(call.calls).toEqual(['order_lookup ORD-12345 customer@email.com']);
});

test('knows what another model has verified', async () => {
  const call = new StagedCall(stagedStore());
  call.items.push(
    llm.ChatMessage.create({ role: 'user', content: 'ORD-12345, customer@email.com' }),
    llm.FunctionCall.create({
      callId: 'c1',
      name: 'order_lookup',
      args: '{"order_number":"ORD-12345","email":"customer@email.com"}',
    }),
    llm.FunctionCallOutput.create({ callId: 'c1', output: JSON.stringify(lookedUp()), isError: false }),
  );
  call.agentSays('It has shipped!');
  expect(await call.customerSays('how much was it?')).toBe(
    `The total is $109.97. Shipping was free. ${phrases.anything_else}`,
  );
});

test('takes over in the middle of a turn: from the tool that another model called, or from half a sentence', () => {
  const items: llm.ChatItem[] = [
    llm.ChatMessage.create({ role: 'user', content: 'where is ORD-12345, customer@email.com' }),
    llm.FunctionCall.create({ callId: 'c1', name: 'order_lookup', args: '{}' }),
    llm.FunctionCallOutput.create({ callId: 'c1', output: JSON.stringify(lookedUp()), isError: false }),
  ];
  expect(reply(items, tools, stagedProfile).say).toBe(shippedSay);
  const cutOff = [
    llm.ChatMessage.create({ role: 'user', content: 'where is my order' }),
    llm.ChatMessage.create({ role: 'assistant', content: 'Of course, let me' }),
  ];
  expect(reply(cutOff, tools, stagedProfile).say).toBe(phrases.ask_order_number);
});

test('says that it is still looking while a tool runs', () => {
  const items: llm.ChatItem[] = [
    llm.ChatMessage.create({ role: 'user', content: 'hello?' }),
    llm.FunctionCall.create({ callId: 'c1', name: 'order_lookup', args: '{}' }),
    llm.FunctionCallOutput.create({ callId: 'c1', output: 'The tool call is still in progress.', isError: false }),
  ];
  expect(reply(items, tools, stagedProfile)).toMatchObject({ say: "I'm still looking that up. One moment, please." });
});

test('keeps what was said while its own answer was never heard', () => {
  const items = [
    llm.ChatMessage.create({ role: 'assistant', content: phrases.opening }),
    llm.ChatMessage.create({ role: 'user', content: 'where is ORD-12345', extra: { by: 'text' } }),
    llm.ChatMessage.create({ role: 'user', content: 'customer@email.com', extra: { by: 'text' } }),
  ];
  expect(reply(items, tools, stagedProfile).toolCalls).toEqual([
    { name: 'order_lookup', args: { order_number: 'ORD-12345', email: 'customer@email.com' } },
  ]);
});

test('opens a conversation that nobody has begun', () => {
  expect(reply([], tools, stagedProfile)).toMatchObject({ say: phrases.opening });
});

test('reads the source of a turn, and takes one without a mark for typed', () => {
  const turn = (extra: Record<string, unknown>) =>
    readTalk([llm.ChatMessage.create({ role: 'user', content: 'hi', extra })], tools, stagedProfile).turn.by;
  expect([turn({ by: 'voice' }), turn({ by: 'keys' }), turn({}), turn({ by: 'smoke' })]).toEqual([
    'voice',
    'keys',
    'text',
    'text',
  ]);
});

test('is pure: the same items give the same answer, and stay as they are', async () => {
  const call = new StagedCall(stagedStore());
  await call.customerSays('where is my order');
  const before = JSON.stringify(call.items);
  const answer = reply(call.items, tools, stagedProfile);
  expect(reply(call.items, tools, stagedProfile)).toEqual(answer);
  expect(JSON.stringify(call.items)).toBe(before);
});

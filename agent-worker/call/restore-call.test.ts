import type { ConversationItem, Turn } from '@orderline/contract/conversation.ts';
import { expect, test } from 'vitest';
import { restoreCall } from './restore-call.ts';

const at = '2026-03-05T10:00:00.000Z';
const turn = (id: string, said: { agent: string; note?: Record<string, unknown> } | { customer: string }): Turn => ({
  kind: 'turn',
  id,
  role: 'agent' in said ? 'agent' : 'customer',
  text: 'agent' in said ? said.agent : said.customer,
  by: 'voice',
  at,
  ...('note' in said ? { note: said.note } : {}),
});
const lookup: ConversationItem = {
  kind: 'tool_call',
  id: 'call_1',
  name: 'order_lookup',
  arguments: '{"order_number":"ORD-12345","email":"customer@email.com"}',
  output: '{"status":"shipped"}',
  is_error: false,
  at,
  took_ms: 40,
};

test('restores turns, calls and outputs in the order in which they happened, even within one millisecond', () => {
  const { chatCtx } = restoreCall([
    turn('t1', { agent: 'And what email address did you use?', note: { asked: 'email' } }),
    turn('t2', { customer: 'customer@email.com' }),
    lookup,
    turn('t3', { agent: 'Your order has shipped.' }),
  ]);
  expect(chatCtx.items.map((item) => item.type)).toEqual([
    'message',
    'message',
    'function_call',
    'function_call_output',
    'message',
  ]);
  expect(chatCtx.items[0]).toMatchObject({ id: 't1', role: 'assistant', extra: { clerk: { asked: 'email' } } });
  expect(chatCtx.items[2]).toMatchObject({ callId: 'call_1', name: 'order_lookup' });
  expect(chatCtx.items[3]).toMatchObject({ callId: 'call_1', output: '{"status":"shipped"}', isError: false });
});

test('owes an answer when the customer spoke last, also when the tool had answered already', () => {
  expect(restoreCall([turn('t1', { agent: 'Hello' }), turn('t2', { customer: 'Hi' }), lookup]).owesAnswer).toBe(true);
  expect(restoreCall([turn('t1', { customer: 'Hi' }), turn('t2', { agent: 'Hello' })]).owesAnswer).toBe(false);
  expect(restoreCall([]).owesAnswer).toBe(false);
});

test('still owes it after an aside', () => {
  const aside: Turn = { ...turn('t2', { agent: "Sorry, I'm back." }), aside: 'back_again' };
  expect(restoreCall([turn('t1', { customer: 'Hi' }), aside]).owesAnswer).toBe(true);
});

test('knows what was asked last, so that the ears listen for it', () => {
  const asked = { asked: 'order_number' };
  expect(
    restoreCall([turn('t1', { agent: 'The number?', note: asked }), turn('t2', { customer: 'Hm' })]).lastNote,
  ).toEqual(asked);
});

test('an aside leaves open what was asked before it', () => {
  const asked = { asked: 'order_number' };
  const aside: Turn = { ...turn('t2', { agent: 'Are you still there?' }), aside: 'still_there' };
  const { chatCtx, lastNote } = restoreCall([turn('t1', { agent: 'The number?', note: asked }), aside]);
  expect(lastNote).toEqual(asked);
  expect(chatCtx.items[1]).toMatchObject({ extra: { aside: 'still_there' } });
});

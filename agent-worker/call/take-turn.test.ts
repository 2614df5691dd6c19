import { llm } from '@livekit/agents';
import type { CallEvent } from '@orderline/contract/call.ts';
import { expect, test } from 'vitest';
import type { CallState } from './call-state.ts';
import { customerMessage, forModel, takeTurn } from './take-turn.ts';

function talkingCall(phase: CallState['phase'] = 'talking') {
  const stored: CallEvent[] = [];
  const takenTurns = new Set<string>();
  const call = { phase, takenTurns, turn: undefined, events: { add: (event: CallEvent) => stored.push(event) } };
  return { call: call as unknown as CallState, stored };
}

test('stores a turn as it was said, by the way it came in', () => {
  const { call, stored } = talkingCall();
  expect(takeTurn({ id: 't1', text: '  Where is\n my order? ', by: 'text' }, call)).toBe('Where is my order?');
  expect(stored).toEqual([
    expect.objectContaining({ kind: 'turn', id: 't1', role: 'customer', by: 'text', text: 'Where is my order?' }),
  ]);
});

test('drops a card number before the turn is stored or answered', () => {
  const { call, stored } = talkingCall();
  const text = takeTurn({ id: 't1', text: 'it is 4111 1111 1111 1111, thanks', by: 'text' }, call);
  expect(text).toMatch(/^it is (?!.*4111).*, thanks$/);
  expect(JSON.stringify(stored)).not.toContain('4111');
});

test('takes what cannot be seen for a space, so that it neither hides a card number nor keeps a turn from being stored', () => {
  const { call, stored } = talkingCall();
  const text = 'my\u0000card\u202e is 4111\u200b1111\u200b1111\u200b1111\ud800';
  expect(takeTurn({ id: 't1', text, by: 'text' }, call)).toBe('my card is [card number removed]');
  expect(stored).toHaveLength(1);
});

test('takes no turn from silence, nor after the goodbye', () => {
  for (const { text, phase } of [
    { text: ' ', phase: 'talking' as const },
    { text: 'wait', phase: 'closing' as const },
    { text: 'wait', phase: 'over' as const },
  ]) {
    const { call, stored } = talkingCall(phase);
    expect(takeTurn({ id: 't1', text, by: 'voice' }, call)).toBeUndefined();
    expect(stored).toEqual([]);
  }
});

test('takes a turn that comes again once', () => {
  const { call, stored } = talkingCall();
  const turn = { id: 't1', text: 'Where is my order?', by: 'text' as const };
  expect(takeTurn(turn, call)).toBe('Where is my order?');
  expect(takeTurn(turn, call)).toBeUndefined();
  expect(stored).toHaveLength(1);
});

test('bounds what is stored, however much was typed', () => {
  const { call } = talkingCall();
  expect(takeTurn({ id: 't1', text: 'a '.repeat(10_000), by: 'text' }, call)).toHaveLength(4_000);
});

test('takes card numbers out of a context without changing the one it was given', () => {
  const chatCtx = llm.ChatContext.empty();
  chatCtx.addMessage({
    role: 'user',
    content: 'card 4111111111111111',
    id: 'm1',
    extra: { clerk: { asked: 'email' } },
  });
  const cleaned = forModel(chatCtx);
  expect(JSON.stringify(cleaned.items)).not.toContain('4111');
  expect(cleaned.items[0]).toMatchObject({ id: 'm1', role: 'user', extra: { clerk: { asked: 'email' } } });
  expect(JSON.stringify(chatCtx.items)).toContain('4111');
});

test('tells models of every turn whether it was typed or heard, also where the framework made the message', () => {
  const chatCtx = llm.ChatContext.empty();
  chatCtx.insert(customerMessage({ id: 't1', text: 'typed', by: 'text' }, 1));
  chatCtx.addMessage({ role: 'user', content: 'heard' });
  expect(forModel(chatCtx).items).toMatchObject([{ extra: { by: 'text' } }, { extra: { by: 'voice' } }]);
});

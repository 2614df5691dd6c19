import { expect, test } from 'vitest';
import type { Turn } from '@orderline/contract/conversation.ts';
import { isConfirmed } from './confirmed-rule.ts';

const proposalId = '0198c0de-0000-7000-8000-000000000001';
const at = '2026-03-05T17:00:00Z';
const agent = (id: string, more: Partial<Turn> = {}): Turn => ({
  kind: 'turn',
  id,
  role: 'agent',
  text: 'Just to confirm, you would like to cancel?',
  by: 'voice',
  at,
  ...more,
});
const customer = (id: string, more: Partial<Turn> = {}): Turn => ({
  ...agent(id),
  role: 'customer',
  text: 'Yes.',
  ...more,
});
const readBack = agent('read', { reads_back: proposalId });
const isYes = (turns: Turn[], turnId = 'yes') => isConfirmed(turns, { proposalId, turnId });

test('the turn after the read-back confirms', () => {
  expect(isYes([customer('please cancel it'), readBack, customer('yes')])).toBe(true);
});

test('a turn before the read-back, of the agent, or unknown confirms nothing', () => {
  expect(isYes([customer('yes'), readBack])).toBe(false);
  expect(isYes([readBack], 'read')).toBe(false);
  expect(isYes([readBack, agent('yes')])).toBe(false);
  expect(isYes([readBack, customer('other')])).toBe(false);
});

test('anything the agent says in between asks for another read-back', () => {
  expect(isYes([readBack, agent('by the way'), customer('yes')])).toBe(false);
  expect(isYes([readBack, customer('hm?'), { ...readBack, id: 'again' }, customer('yes')])).toBe(true);
});

test('only the next turn answers', () => {
  expect(isYes([readBack, customer('wait'), customer('yes')])).toBe(false);
});

test('the read-back of another proposal does not count', () => {
  const other = agent('read', { reads_back: '0198c0de-0000-7000-8000-000000000002' });
  expect(isYes([other, customer('yes')])).toBe(false);
});

test('a read-back that was interrupted was not heard; a tap answers the card', () => {
  const cut = { ...readBack, was_interrupted: true };
  expect(isYes([cut, customer('yes')])).toBe(false);
  expect(isYes([cut, customer('yes', { by: 'tap' })])).toBe(true);
});

import type { ToolCall } from '@orderline/contract/conversation.ts';
import { expect, test } from 'vitest';
import { paceAfter, paceIn } from './pace.ts';

const asked = (wish: string, is_error = false): ToolCall => ({
  kind: 'tool_call',
  id: `call_${wish}`,
  name: 'set_pace',
  arguments: JSON.stringify({ pace: wish }),
  output: '{}',
  is_error,
  at: '2026-03-08T10:00:00.000Z',
  took_ms: 1,
});

test('goes slower and faster by steps that are heard, within what can be followed', () => {
  expect(paceAfter(1, 'slower')).toBe(0.85);
  expect(paceAfter(0.85, 'slower')).toBe(0.7);
  expect(paceAfter(1, 'faster')).toBe(1.15);
  expect(paceAfter(0.55, 'slower')).toBe(0.55);
  expect(paceAfter(1.45, 'faster')).toBe(1.45);
});

test('comes back to the usual pace in one step', () => {
  expect(paceAfter(0.55, 'normal')).toBe(1);
});

test('a job that takes over speaks at the pace that was asked for', () => {
  expect(paceIn([])).toBe(1);
  expect(paceIn([asked('slower'), asked('slower')])).toBe(0.7);
  expect(paceIn([asked('slower'), asked('normal'), asked('faster', true)])).toBe(1);
});

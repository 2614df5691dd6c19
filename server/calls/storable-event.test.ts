import { isDeepStrictEqual } from 'node:util';
import type { CallEvent } from '@orderline/contract/call.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableEvent } from './storable-event.ts';

const turnOf = (text: string, note: Record<string, unknown> = {}): CallEvent => ({
  kind: 'turn',
  id: 'turn',
  role: 'customer',
  text,
  by: 'text',
  at: '2026-03-05T17:00:00Z',
  note,
});

test('replaces what PostgreSQL keeps in no JSON, wherever it stands', () => {
  const event = turnOf('a\u0000b\ud800', { 'k\u0000': ['\udfff', { deep: '\u0000' }] });
  expect(storableEvent(event)).toEqual(turnOf('a\uFFFDb\uFFFD', { 'k\uFFFD': ['\uFFFD', { deep: '\uFFFD' }] }));
});

test('leaves every other text as it is', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\u0000'));
  const isKept = (one: string) => isDeepStrictEqual(storableEvent(turnOf(one)), turnOf(one));
  fc.assert(fc.property(text, isKept));
});

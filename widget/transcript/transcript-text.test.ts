import { expect, test } from 'vitest';
import type { TranscriptEntry } from './transcript-entry.ts';
import { transcriptText } from './transcript-text.ts';

const speakers = { you: 'You', assistant: 'Assistant' };
const entry = (part: Partial<TranscriptEntry>): TranscriptEntry => ({
  id: '1',
  role: 'agent',
  text: 'Hello',
  atMs: new Date(2026, 2, 8, 14, 5).getTime(),
  status: 'final',
  ...part,
});

test('each turn is a line with its time and speaker', () => {
  const text = transcriptText([entry({}), entry({ role: 'customer', text: ' Hi ' })], speakers, 'en-GB');
  expect(text).toBe('[14:05] Assistant: Hello\n[14:05] You: Hi');
});

test('what never reached the agent is not part of the conversation', () => {
  expect(transcriptText([entry({ status: 'failed' }), entry({ status: 'sending' })], speakers, 'en')).toBe('');
});

test('a language that nobody knows does not break the copy', () => {
  expect(transcriptText([entry({})], speakers, 'not a tag')).toContain('Assistant: Hello');
});

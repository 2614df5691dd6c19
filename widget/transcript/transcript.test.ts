import { expect, test } from 'vitest';
import { changeTranscript } from './transcript.ts';
import type { TranscriptChange } from './transcript.ts';
import type { Transcript } from './transcript-entry.ts';

const after = (...changes: TranscriptChange[]): Transcript => changes.reduce<Transcript>(changeTranscript, []);

const spoken = (id: string, text: string, isFinal = false): TranscriptChange => ({
  kind: 'spoken',
  segment: { id, role: 'agent', text, isFinal },
  atMs: 1,
});
const heard = (text: string, isFinal = false): TranscriptChange => ({
  kind: 'spoken',
  segment: { id: 'u', role: 'customer', text, isFinal },
  atMs: 1,
});

const lines = (transcript: Transcript) => transcript.map(({ role, text, status }) => `${role} ${status}: ${text}`);

test('the words of an agent grow in one turn', () => {
  expect(
    lines(after(spoken('a', 'Your '), spoken('a', 'Your order '), spoken('a', 'Your order shipped.', true))),
  ).toEqual(['agent final: Your order shipped.']);
});

test('what was understood for good replaces what was understood at first', () => {
  const transcript = after(heard('or D'), heard('ORD-12345', true));
  expect(lines(transcript)).toEqual(['customer final: ORD-12345']);
});

test('a late interim does not undo what is final', () => {
  const transcript = after(heard('ORD-12345', true), heard('or D'));
  expect(lines(transcript)).toEqual(['customer final: ORD-12345']);
});

test('a segment without words yet shows nothing', () => {
  expect(after(spoken('a', '  '))).toEqual([]);
});

test('turns stand in the order in which they began', () => {
  expect(lines(after(spoken('a', 'One'), spoken('b', 'Two', true), spoken('a', 'One more', true)))).toEqual([
    'agent final: One more',
    'agent final: Two',
  ]);
});

test('a typed message is there at once, and is final once it is sent', () => {
  const typed: TranscriptChange = { kind: 'typed', id: 't', text: 'Hello', atMs: 5 };
  expect(lines(after(typed))).toEqual(['customer sending: Hello']);
  expect(lines(after(typed, { kind: 'sent', id: 't' }))).toEqual(['customer final: Hello']);
  expect(lines(after(typed, { kind: 'failed', id: 't' }))).toEqual(['customer failed: Hello']);
  expect(lines(after(typed, { kind: 'failed', id: 't' }, { kind: 'sending', id: 't' }))).toEqual([
    'customer sending: Hello',
  ]);
});

test('a change leaves the transcript before it as it was', () => {
  const before = after(spoken('a', 'One'));
  changeTranscript(before, {
    kind: 'spoken',
    segment: { id: 'a', role: 'agent', text: 'Two', isFinal: true },
    atMs: 2,
  });
  expect(lines(before)).toEqual(['agent interim: One']);
});

import { expect, test } from 'vitest';
import { mergeStored } from './merge-stored.ts';
import type { TranscriptEntry } from './transcript-entry.ts';

const stored = (id: string, role: 'agent' | 'customer', text: string) => ({
  id,
  role,
  text,
  by: 'voice' as const,
  at: '2026-03-08T12:00:00Z',
});

const live = (id: string, role: 'agent' | 'customer', text: string): TranscriptEntry => ({
  id,
  role,
  text,
  atMs: 0,
  status: 'final',
});

const texts = (entries: readonly TranscriptEntry[]) => entries.map(({ text }) => text);

test('a page that comes back shows what the server kept', () => {
  const merged = mergeStored([], [stored('1', 'agent', 'Hello'), stored('2', 'customer', 'Hi')]);
  expect(merged).toEqual([
    { id: '1', role: 'agent', text: 'Hello', atMs: Date.UTC(2026, 2, 8, 12), status: 'final' },
    { id: '2', role: 'customer', text: 'Hi', atMs: Date.UTC(2026, 2, 8, 12), status: 'final' },
  ]);
});

test('a turn seen live and stored is shown once, under the name it had', () => {
  const merged = mergeStored([live('SG_1', 'agent', 'Hello  there ')], [stored('1', 'agent', 'Hello there')]);
  expect(merged.map(({ id, text }) => [id, text])).toEqual([['SG_1', 'Hello there']]);
});

test('the same word said twice stays said twice', () => {
  const merged = mergeStored(
    [live('a', 'customer', 'yes'), live('b', 'customer', 'yes')],
    [stored('1', 'customer', 'yes'), stored('2', 'customer', 'yes')],
  );
  expect(merged.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('the same words of the other side are another turn', () => {
  expect(texts(mergeStored([live('a', 'customer', 'Hello')], [stored('1', 'agent', 'Hello')]))).toEqual([
    'Hello',
    'Hello',
  ]);
});

test('a sentence whose end was lost with the connection is completed', () => {
  const merged = mergeStored(
    [{ ...live('SG_1', 'agent', 'Your order shipped'), status: 'interim' }],
    [stored('1', 'agent', 'Your order shipped on Sunday.')],
  );
  expect(merged.map(({ text, status }) => [text, status])).toEqual([['Your order shipped on Sunday.', 'final']]);
});

test('a message that was not sent keeps its place', () => {
  const merged = mergeStored(
    [live('a', 'agent', 'First'), { ...live('t', 'customer', 'Lost'), status: 'failed' }, live('b', 'agent', 'Second')],
    [stored('1', 'agent', 'First'), stored('2', 'agent', 'Second')],
  );
  expect(texts(merged)).toEqual(['First', 'Lost', 'Second']);
});

test('what has just begun comes after what was stored', () => {
  const merged = mergeStored(
    [{ ...live('new', 'agent', 'Sorry, I am back'), status: 'interim' }],
    [stored('1', 'agent', 'Hello')],
  );
  expect(texts(merged)).toEqual(['Hello', 'Sorry, I am back']);
});

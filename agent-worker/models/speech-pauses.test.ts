import { expect, test } from 'vitest';
import { type SpeechEdge, SpeechPauses } from './speech-pauses.ts';

const windowMs = 32;

/** Sound in 32 ms windows: its loudness, and what the VAD makes of it, which lags behind. */
function edgesOf(windows: readonly (readonly [level: number, probability: number])[], endMs = 300): string[] {
  const pauses = new SpeechPauses({ pauseMs: 40, endMs: () => endMs });
  const edges: string[] = [];
  const note = (edge: SpeechEdge | undefined, index: number) => {
    if (edge) edges.push(`${edge} at ${String((index + 1) * windowMs)}`);
  };
  windows.forEach(([level, probability], index) => {
    note(pauses.pushLevel(level, windowMs), index);
    note(pauses.pushProbability(probability, windowMs), index);
  });
  return edges;
}

const speech = (count: number) => Array.from({ length: count }, () => [3_000, 1] as const);
const silence = (count: number) => Array.from({ length: count }, () => [5, 0] as const);
const hum = (count: number) => Array.from({ length: count }, () => [2_500, 0] as const);

test('tells a pause by the quiet, before the VAD knows of it, and the end by the silence', () => {
  expect(edgesOf([...speech(10), [5, 1], [5, 0.9], [5, 0.6], ...silence(12)])).toEqual([
    'begins at 64',
    'pauses at 384',
    'ends at 736',
  ]);
});

test('tells a pause in a noisy line by the VAD alone', () => {
  expect(edgesOf([...speech(10), ...hum(3)])).toEqual(['begins at 64', 'pauses at 384']);
});

test('goes on when the speech does', () => {
  expect(edgesOf([...speech(10), ...silence(3), ...speech(5)])).toEqual([
    'begins at 64',
    'pauses at 384',
    'goes on at 480',
  ]);
});

test('does not take soft speech for a pause for long', () => {
  const soft = Array.from({ length: 20 }, () => [150, 1] as const);
  expect(edgesOf([...speech(10), ...soft])).toEqual(['begins at 64', 'pauses at 384', 'goes on at 512']);
});

test('passes over a click', () => expect(edgesOf([...silence(3), [3_000, 1], ...silence(5)])).toEqual([]));

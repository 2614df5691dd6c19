import { expect, test } from 'vitest';
import { speechAboveNoiseDb } from './noise-level.ts';

const sampleRateHz = 16_000;
/** A second in which half is `loud` and half `quiet`. */
const halves = (loud: number, quiet: number) =>
  Int16Array.from(
    { length: sampleRateHz },
    (_, at) => (at < sampleRateHz / 2 ? loud : quiet) * (at % 2 === 0 ? 1 : -1),
  );

test('measures how far what is said stands above what is around it', () => {
  expect(speechAboveNoiseDb(halves(10_000, 1_000), sampleRateHz)).toBeCloseTo(20, 1);
  expect(speechAboveNoiseDb(halves(10_000, 10), sampleRateHz)).toBeGreaterThan(55);
});

test('does not judge by a moment that has no pause in it', () => {
  expect(speechAboveNoiseDb(halves(10_000, 1_000).subarray(0, 1_600), sampleRateHz)).toBeUndefined();
});

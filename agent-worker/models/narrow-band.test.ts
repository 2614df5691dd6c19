import { expect, test } from 'vitest';
import { folded, NarrowBand } from './narrow-band.ts';

const sampleRateHz = 16_000;
const tone = (frequencyHz: number, level: number) =>
  Int16Array.from({ length: sampleRateHz }, (_, at) =>
    Math.round(level * Math.sin((2 * Math.PI * frequencyHz * at) / sampleRateHz)),
  );
const sum = (one: Int16Array, other: Int16Array) => one.map((sample, at) => sample + (other[at] ?? 0));

test('takes a line without anything above 4 kHz for a telephone', () => {
  const line = new NarrowBand(sampleRateHz);
  line.listen(sum(tone(500, 6_000), tone(2_500, 1_000)));
  expect(line.isNarrow).toBe(true);
});

test('takes a line for wide as soon as something above has been heard, and keeps to it', () => {
  const line = new NarrowBand(sampleRateHz);
  line.listen(sum(tone(500, 6_000), tone(5_500, 200)));
  expect(line.isNarrow).toBe(false);
  line.listen(tone(500, 6_000));
  expect(line.isNarrow).toBe(false);
});

test('does not judge by silence', () => {
  const line = new NarrowBand(sampleRateHz);
  line.listen(tone(500, 20));
  expect(line.isNarrow).toBeUndefined();
});

test('folds at the same places however the sound is cut, and clips rather than wraps', () => {
  const samples = Int16Array.from([100, 200, 300, 400, 20_000, 6]);
  const whole = folded(samples, 0);
  expect([...whole]).toEqual([200, 0, 600, 0, 32_767, 0]);
  expect([...folded(samples.subarray(0, 3), 0), ...folded(samples.subarray(3), 3)]).toEqual([...whole]);
});

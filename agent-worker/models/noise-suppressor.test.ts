import { beforeAll, expect, test } from 'vitest';
import { NoiseSuppressor } from './noise-suppressor.ts';
import { loadRnNoise } from './rnnoise.ts';

beforeAll(loadRnNoise);

const sampleRateHz = 16_000;
const level = (samples: readonly number[]) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

test('takes steady noise away, and gives as much sound as it got', () => {
  let state = 1;
  const noise = Int16Array.from({ length: sampleRateHz * 2 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return (state >> 16) % 2_000;
  }).map((sample) => sample - 1_000);
  const suppressor = new NoiseSuppressor(sampleRateHz);
  const heard: number[] = [];
  for (let from = 0; from < noise.length; from += 320)
    for (const part of suppressor.push(noise.subarray(from, from + 320))) heard.push(...part);
  suppressor.close();
  expect(noise.length - heard.length).toBeLessThan(sampleRateHz / 10);
  const settled = heard.slice(sampleRateHz / 2);
  expect(level(settled)).toBeLessThan(level([...noise]) / 4);
});

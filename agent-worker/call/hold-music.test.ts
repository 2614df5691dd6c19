import { expect, test } from 'vitest';
import { holdMusic } from './hold-music.ts';

async function samplesOf(seconds: number, sampleRateHz = 16_000): Promise<Int16Array> {
  const samples: number[] = [];
  for await (const frame of holdMusic({ sampleRateHz, seconds })) samples.push(...frame.data);
  return Int16Array.from(samples);
}
const loudest = (samples: Int16Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

test('lasts as long as it is asked for', async () => {
  expect(await samplesOf(1)).toHaveLength(16_000);
});

test('is quieter than a voice, is never silent for long, and has no clicks', async () => {
  const samples = await samplesOf(3);
  expect(loudest(samples)).toBeLessThan(6_600);
  for (let from = 0; from < samples.length; from += 4_000)
    expect(loudest(samples.subarray(from, from + 4_000))).toBeGreaterThan(300);
  const steps = samples.map((sample, index) => (index === 0 ? 0 : sample - (samples[index - 1] ?? 0)));
  expect(loudest(steps)).toBeLessThan(1_500);
});

import { expect, test } from 'vitest';
import { fliteSampleRateHz, speakWithFlite } from './flite.ts';

test('speaks a sentence in about the time a person takes, loud enough to be heard', async () => {
  const samples = await speakWithFlite('Your order has shipped.', 'slt');
  const seconds = samples.length / fliteSampleRateHz;
  expect(seconds).toBeGreaterThan(0.8);
  expect(seconds).toBeLessThan(3);
  expect(samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)).toBeGreaterThan(3_000);
});

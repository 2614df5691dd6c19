import { expect, test } from 'vitest';
import { fliteSampleRateHz, speakWithFlite } from './flite.ts';

test('speaks a sentence in about the time a person takes, loud enough to be heard', async () => {
  const samples = await speakWithFlite('Your order has shipped.', 'slt');
  const seconds = samples.length / fliteSampleRateHz;
  expect(seconds).toBeGreaterThan(0.8);
  expect(seconds).toBeLessThan(3);
  expect(samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)).toBeGreaterThan(3_000);
});

test('speaks slower and faster when asked to', async () => {
  const text = 'Your order has shipped.';
  const usual = await speakWithFlite(text, 'slt');
  const [slow, fast] = [await speakWithFlite(text, 'slt', 0.7), await speakWithFlite(text, 'slt', 1.3)];
  expect(slow.length / usual.length).toBeCloseTo(1 / 0.7, 1);
  expect(fast.length / usual.length).toBeCloseTo(1 / 1.3, 1);
});

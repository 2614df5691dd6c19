import { AudioFrame } from '@livekit/rtc-node';
import { expect, test, vi } from 'vitest';
import type { Ears } from './ears.ts';
import { paidEars, paidVoice } from './paid.ts';
import type { Voice } from './voice.ts';

const signal = new AbortController().signal;
const second = new AudioFrame(new Int16Array(16_000), 16_000, 1, 16_000);

const voice: Voice = {
  label: 'scripted',
  sampleRateHz: 16_000,
  speak: async function* () {
    yield await Promise.resolve(new Int16Array(10));
  },
};
const ears: Ears = {
  label: 'scripted',
  listen: () => ({ hear: () => undefined, transcribe: () => Promise.resolve('hello'), close: () => undefined }),
};

test('counts what is said', async () => {
  const spending = { isOver: false, add: vi.fn() };
  for await (const samples of paidVoice(voice, spending).speak('hello', signal)) expect(samples).toHaveLength(10);
  expect(spending.add).toHaveBeenCalledWith({ spokenCharacters: 5 });
});

test('counts the sound each time that it is transcribed', async () => {
  const spending = { isOver: false, add: vi.fn() };
  const listening = paidEars(ears, { spending, isOnly: false }).listen(() => undefined);
  listening.hear(second);
  await listening.transcribe(signal);
  listening.hear(second);
  expect(await listening.transcribe(signal)).toBe('hello');
  expect(spending.add.mock.calls).toEqual([[{ heardSeconds: 1 }], [{ heardSeconds: 2 }]]);
});

test('leaves the call to the free ones once all is spent, but never leaves a caller unheard', async () => {
  const spending = { isOver: true, add: vi.fn() };
  await expect(paidVoice(voice, spending).speak('hello', signal)[Symbol.asyncIterator]().next()).rejects.toThrow();
  const hear = (isOnly: boolean) =>
    paidEars(ears, { spending, isOnly })
      .listen(() => undefined)
      .transcribe(signal);
  await expect(hear(false)).rejects.toThrow();
  expect(await hear(true)).toBe('hello');
});

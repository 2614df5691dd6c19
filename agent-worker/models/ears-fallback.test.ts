import { initializeLogger } from '@livekit/agents';
import { AudioFrame } from '@livekit/rtc-node';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Ears } from './ears.ts';
import { EarsFallback } from './ears-fallback.ts';

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

class ScriptedEars implements Ears {
  readonly label = 'scripted';
  frames = 0;
  asked = 0;
  readonly #hear: (signal: AbortSignal) => Promise<string>;

  constructor(hear: (signal: AbortSignal) => Promise<string>) {
    this.#hear = hear;
  }

  listen() {
    return {
      hear: () => (this.frames += 1),
      transcribe: (signal: AbortSignal) => {
        this.asked += 1;
        return this.#hear(signal);
      },
      close: () => undefined,
    };
  }
}

const frame = new AudioFrame(new Int16Array(160), 16_000, 1, 160);
const deaf = () => new ScriptedEars(() => Promise.reject(new Error('scripted')));
const hears = (text: string) => new ScriptedEars(() => Promise.resolve(text));
const stalled = () =>
  new ScriptedEars(
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  );

async function heardBy(ears: ScriptedEars[], options: Partial<ConstructorParameters<typeof EarsFallback>[1]> = {}) {
  const fallback = new EarsFallback(ears, { onDeaf: vi.fn(), ...options });
  const listening = fallback.listen(() => undefined);
  listening.hear(frame);
  listening.hear(frame);
  return { fallback, text: await listening.transcribe(new AbortController().signal) };
}

test('hears with the next ears, and from its beginning, what the first could not', async () => {
  const onDeaf = vi.fn();
  const second = hears('where is my order');
  expect((await heardBy([deaf(), second], { onDeaf })).text).toBe('where is my order');
  expect(second.frames).toBe(2);
  expect(onDeaf).not.toHaveBeenCalled();
});

test('waits for ears that stall only as long as it must', async () => {
  expect((await heardBy([stalled(), hears('hello')], { longestMs: 20 })).text).toBe('hello');
});

test('the next ears begin while the first are slow, and what the first hear after all counts', async () => {
  const slow = new ScriptedEars(() => new Promise((resolve) => setTimeout(resolve, 60, 'late but right')));
  const next = hears('heard beside it');
  expect((await heardBy([slow, next], { longestMs: 80 })).text).toBe('late but right');
  expect(next.asked).toBe(1);
});

test('tells the caller when no ears could hear, rather than leaving them waiting', async () => {
  const onDeaf = vi.fn();
  expect((await heardBy([deaf(), deaf()], { onDeaf })).text).toBe('');
  expect(onDeaf).toHaveBeenCalledOnce();
});

test('passes over ears that failed lately, and asks them again after a pause', async () => {
  let nowMs = 0;
  const first = deaf();
  const { fallback } = await heardBy([first, hears('hello')], { now: () => nowMs });
  const again = () => fallback.listen(() => undefined).transcribe(new AbortController().signal);
  await again();
  expect(first.asked).toBe(1);
  nowMs += 31_000;
  await again();
  expect(first.asked).toBe(2);
});

test('a transcription that was thrown away is no failure', async () => {
  const first = stalled();
  const fallback = new EarsFallback([first, hears('hello')], { onDeaf: vi.fn() });
  const given = new AbortController();
  const transcript = fallback.listen(() => undefined).transcribe(given.signal);
  given.abort();
  await expect(transcript).rejects.toThrow();
  await expect(fallback.listen(() => undefined).transcribe(AbortSignal.timeout(1))).rejects.toThrow();
  expect(first.asked).toBe(2);
});

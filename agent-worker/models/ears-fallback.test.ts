import { initializeLogger, normalizeLanguage, stt } from '@livekit/agents';
import { AudioFrame } from '@livekit/rtc-node';
import { beforeAll, expect, test, vi } from 'vitest';
import { EarsFallback } from './ears-fallback.ts';

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

class ScriptedEars extends stt.STT {
  readonly label = 'scripted';
  readonly hear: () => Promise<string>;

  constructor(hear: () => Promise<string>) {
    super({ streaming: false, interimResults: false });
    this.hear = hear;
  }

  protected async _recognize(): Promise<stt.SpeechEvent> {
    const alternative = { text: await this.hear(), language: normalizeLanguage('en'), startTime: 0, endTime: 0 };
    return { type: stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives: [{ ...alternative, confidence: 1 }] };
  }

  stream(): stt.SpeechStream {
    throw new Error('Not streamed');
  }
}

const utterance = new AudioFrame(new Int16Array(1_600), 16_000, 1, 1_600);
const deaf = () => new ScriptedEars(() => Promise.reject(new Error('scripted')));

async function heardBy(ears: stt.STT[], onDeaf = vi.fn()): Promise<string | undefined> {
  const { alternatives } = await new EarsFallback(ears, onDeaf).recognize(utterance);
  return alternatives?.[0].text;
}

test('hears with the next ears what the first could not', async () => {
  const onDeaf = vi.fn();
  expect(await heardBy([deaf(), new ScriptedEars(() => Promise.resolve('where is my order'))], onDeaf)).toBe(
    'where is my order',
  );
  expect(onDeaf).not.toHaveBeenCalled();
});

test('tells the caller when no ears could hear, rather than leaving them waiting', async () => {
  const onDeaf = vi.fn();
  expect(await heardBy([deaf(), deaf()], onDeaf)).toBe('');
  expect(onDeaf).toHaveBeenCalledOnce();
});

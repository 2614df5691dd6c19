import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { type OpenAiServer, startOpenAiServer } from '../../support/openai-server.ts';

const sampleRateHz = 24_000;
const toneHz = 440;
const toneLevel = 8_000;
const shortAnswerSeconds = 0.9;
const longAnswerSeconds = 9;

/** Said by the caller, these words get an answer that is worth interrupting. */
export const longQuestion = 'please tell me everything about it';
export const shortQuestion = 'where is my order';
const longAnswer = 'Well, there is a great deal to tell about this order of yours.';

export const modelMs = { transcriptionMs: 100, firstTokenMs: 200, firstVoiceByteMs: 100 };

/** Models that take 400 ms, whatever they are asked. What they understand is told to them beforehand. */
export async function startModelServer(heard: { words: string }): Promise<OpenAiServer> {
  return startOpenAiServer({
    key: undefined,
    delays: modelMs,
    transcript: () => heard.words,
    answer: ({ messages }: ChatCompletionCreateParams) =>
      JSON.stringify(messages.findLast(({ role }) => role === 'user') ?? '').includes(longQuestion)
        ? { text: longAnswer }
        : { text: 'Sure, I can look that up for you.' },
    speak: (line) => Promise.resolve(tone(longAnswer.includes(line) ? longAnswerSeconds : shortAnswerSeconds)),
  });
}

/** Loud from its first sample on: what is measured is no voice's hesitation. */
function tone(seconds: number): Int16Array {
  const step = (2 * Math.PI * toneHz) / sampleRateHz;
  return Int16Array.from({ length: seconds * sampleRateHz }, (_, at) => Math.round(toneLevel * Math.sin(at * step)));
}

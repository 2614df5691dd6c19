import { AudioFrame } from '@livekit/rtc-node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RealtimeEars } from '../../agent-worker/models/realtime-ears.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';

const variables = { model: 'STT_MODEL', url: 'STT_BASE_URL', key: 'STT_API_KEY' };
const never = new AbortController().signal;

let openAi: OpenAiServer;
let ears: RealtimeEars;
let words: string;
beforeEach(async () => {
  openAi = await startOpenAiServer({
    answer: () => ({ text: '' }),
    speak: () => Promise.resolve(new Int16Array()),
    transcript: () => words,
  });
  ears = earsFor('sk-stand-in');
});
afterEach(async () => {
  ears.close();
  await openAi.stop();
});

const earsFor = (apiKey: string) =>
  new RealtimeEars({ model: 'gpt-4o-transcribe', apiKey, baseUrl: openAi.url, variables }, 'en');

/** Sound of this length, in the frames that a room brings. */
const sound = (ms: number) =>
  Array.from({ length: ms / 10 }, () => new AudioFrame(new Int16Array(240), 24_000, 1, 240));

test('tells the words one by one, and all of them when asked', async () => {
  words = 'where is my order';
  const told: string[] = [];
  const listening = ears.listen((text) => told.push(text));
  for (const frame of sound(500)) listening.hear(frame);
  expect(await listening.transcribe(never)).toBe('where is my order');
  expect(told.at(0)).toBe('where ');
  expect(openAi.committed).toEqual([{ ms: 500 }]);
});

test('sends nothing twice when the speech goes on after a pause, and puts the parts together', async () => {
  const listening = ears.listen(() => undefined);
  for (const frame of sound(400)) listening.hear(frame);
  words = 'my number is';
  await listening.transcribe(never);
  for (const frame of sound(50)) listening.hear(frame);
  words = 'one two three';
  expect(await listening.transcribe(never)).toBe('my number is one two three');
  expect(openAi.committed[0]).toEqual({ ms: 400 });
  expect(openAi.committed).toHaveLength(2);
});

test('says so when the key is refused, rather than waiting', async () => {
  ears.close();
  ears = earsFor('sk-wrong');
  const listening = ears.listen(() => undefined);
  for (const frame of sound(200)) listening.hear(frame);
  await expect(listening.transcribe(never)).rejects.toThrow('realtime endpoint');
});

test('says so when the endpoint hangs up, and connects anew for the next utterance', async () => {
  openAi.faults.realtime = 'cut midway';
  words = 'where is my order';
  const first = ears.listen(() => undefined);
  for (const frame of sound(200)) first.hear(frame);
  await expect(first.transcribe(never)).rejects.toThrow('hung up');

  delete openAi.faults.realtime;
  const second = ears.listen(() => undefined);
  for (const frame of sound(200)) second.hear(frame);
  expect(await second.transcribe(never)).toBe('where is my order');
});

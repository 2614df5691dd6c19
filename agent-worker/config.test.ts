import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const needed = {
  SERVER_URL: 'http://127.0.0.1:3000',
  WORKER_KEY: 'worker-key',
  LIVEKIT_URL: 'ws://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'devkey',
  LIVEKIT_API_SECRET: 'secret',
};

test('works without any model key, with the built-in model, ears and voice', () => {
  const config = readConfig(needed);
  expect(config).toMatchObject({ chat: undefined, hearing: undefined, voice: undefined, idleJobs: 2 });
});

test('names every variable that is missing or malformed, and no value', () => {
  expect(() => readConfig({ ...needed, WORKER_KEY: '', LIVEKIT_URL: 'hunter2', IDLE_JOBS: 'many' })).toThrow(
    /^(?!.*hunter2).*WORKER_KEY.*LIVEKIT_URL.*IDLE_JOBS/,
  );
});

test('runs on gpt-4o at temperature 0.2 once a key is there', () => {
  const { chat } = readConfig({ ...needed, OPENAI_API_KEY: 'sk-x' });
  expect(chat).toMatchObject({ model: 'gpt-4o', temperature: 0.2, apiKey: 'sk-x', baseUrl: undefined });
});

test('gives every model its own base URL, and the common one where it has none', () => {
  const config = readConfig({
    ...needed,
    OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
    TTS_BASE_URL: 'http://127.0.0.1:2/v1',
  });
  expect(config.chat?.baseUrl).toBe('http://127.0.0.1:1/v1');
  expect(config.hearing?.baseUrl).toBe('http://127.0.0.1:1/v1');
  expect(config.voice?.baseUrl).toBe('http://127.0.0.1:2/v1');
});

test('takes an empty variable as one that is not set', () => {
  expect(readConfig({ ...needed, OPENAI_API_KEY: '', MODEL: '' }).chat).toBeUndefined();
});

test('sends no key to a server that it is not for', () => {
  const { chat, hearing, voice } = readConfig({
    ...needed,
    OPENAI_API_KEY: 'sk-x',
    STT_BASE_URL: 'http://127.0.0.1:1/v1',
    TTS_BASE_URL: 'http://127.0.0.1:2/v1',
    TTS_API_KEY: 'sk-y',
  });
  expect([chat?.apiKey, hearing?.apiKey, voice?.apiKey]).toEqual(['sk-x', 'none', 'sk-y']);
});

test('listens in real time where it is known to be possible, or said to be', () => {
  const local = { ...needed, OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
  expect(readConfig({ ...needed, OPENAI_API_KEY: 'sk-x' }).hearing?.isRealtime).toBe(true);
  expect(readConfig(local).hearing?.isRealtime).toBe(false);
  expect(readConfig({ ...local, STT_REALTIME: 'true' }).hearing?.isRealtime).toBe(true);
});

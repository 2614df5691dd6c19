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
  expect(chat).toEqual({ model: 'gpt-4o', temperature: 0.2, apiKey: 'sk-x', baseUrl: undefined });
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

import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const enough = {
  DATABASE_URL: 'postgres://localhost/orderline',
  LIVEKIT_URL: 'wss://media.example',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'secret',
  WORKER_KEY: 'w'.repeat(32),
  TOKEN_SECRET: 't'.repeat(32),
};

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('needs nothing but database, LiveKit and secrets', () => {
  expect(readConfig(enough)).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    allowedOrigins: ['http://localhost:3000'],
    livekit: { url: 'wss://media.example', internalUrl: 'wss://media.example' },
    storeProfilePath: './store.yaml',
    storeApi: undefined,
    trustProxy: false,
  });
});

test('names everything that is missing at once', () => {
  const missing = problemsOf({});
  for (const name of Object.keys(enough)) expect(missing.join('\n')).toContain(`${name} is missing`);
  expect(missing).toHaveLength(Object.keys(enough).length);
});

test('takes an empty variable for a missing one', () => {
  expect(problemsOf({ ...enough, WORKER_KEY: ' ' })).toEqual([expect.stringContaining('WORKER_KEY is missing')]);
});

test.each([
  ['a secret that could be guessed', { TOKEN_SECRET: 'short' }, 'TOKEN_SECRET is too short'],
  ['a LiveKit URL that no browser can use', { LIVEKIT_URL: 'http://media.example' }, 'LIVEKIT_URL'],
  ['a port that is no number', { PORT: 'http' }, 'PORT'],
  ['a port beyond the last', { PORT: '65536' }, 'PORT'],
  ['every origin', { ALLOWED_ORIGINS: '*' }, 'ALLOWED_ORIGINS'],
  ['an origin with a path', { ALLOWED_ORIGINS: 'https://shop.example/' }, 'ALLOWED_ORIGINS'],
  ['a store API without its key', { STORE_API_URL: 'https://shop.example/api/orders' }, 'STORE_API_KEY is missing'],
])('refuses %s', (_what, wrong, named) => {
  expect(problemsOf({ ...enough, ...wrong })).toEqual([expect.stringContaining(named)]);
});

test('repeats no secret in what it says', () => {
  expect(problemsOf({ ...enough, TOKEN_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
});

test('adds the listed origins to its own', () => {
  const { allowedOrigins } = readConfig({
    ...enough,
    PUBLIC_URL: 'https://calls.example/orderline',
    ALLOWED_ORIGINS: 'https://shop.example, https://www.shop.example',
  });
  expect(allowedOrigins).toEqual(['https://calls.example', 'https://shop.example', 'https://www.shop.example']);
});

import { expect, test } from 'vitest';
import { stackSecrets } from './stack-secrets.ts';

test('makes secrets that LiveKit accepts, and new ones each time', () => {
  const first = stackSecrets({});
  const second = stackSecrets({});
  expect(first.livekitApiSecret.length).toBeGreaterThanOrEqual(32);
  expect(new Set([first.livekitApiSecret, first.workerKey, first.tokenSecret, second.workerKey]).size).toBe(4);
});

test('keeps those of the environment, and takes an empty one for none', () => {
  const secrets = stackSecrets({ WORKER_KEY: 'mine', TOKEN_SECRET: '' });
  expect(secrets.workerKey).toBe('mine');
  expect(secrets.tokenSecret.length).toBeGreaterThanOrEqual(32);
});

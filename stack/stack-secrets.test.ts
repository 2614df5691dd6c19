import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test/support/temporary-folder.ts';
import { stackSecrets } from './stack-secrets.ts';

const secretsIn = async (environment: NodeJS.ProcessEnv, folder?: string) =>
  stackSecrets(environment, folder ?? (await temporaryFolder()));

test('makes secrets that LiveKit accepts, and new ones each time', async () => {
  const first = await secretsIn({});
  const second = await secretsIn({});
  expect(first.livekitApiSecret.length).toBeGreaterThanOrEqual(32);
  expect(new Set([first.livekitApiSecret, first.workerKey, first.tokenSecret, second.workerKey]).size).toBe(4);
});

test('keeps those of the environment, and takes an empty one for none', async () => {
  const secrets = await secretsIn({ WORKER_KEY: 'mine', TOKEN_SECRET: '' });
  expect(secrets.workerKey).toBe('mine');
  expect(secrets.tokenSecret.length).toBeGreaterThanOrEqual(32);
});

test('the secret by which customers are known is that of the data, which nobody else may read', async () => {
  const folder = await temporaryFolder();
  const first = await secretsIn({}, folder);
  const second = await secretsIn({}, folder);
  expect(second.tokenSecret).toBe(first.tokenSecret);
  expect(second.workerKey).not.toBe(first.workerKey);
  expect((await stat(join(folder, 'token-secret'))).mode & 0o777).toBe(0o600);
});

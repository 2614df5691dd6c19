import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { checkModels } from '../../agent-worker/check-models.ts';
import { readConfig } from '../../agent-worker/config.ts';
import { freePort } from '../../stack/free-port.ts';
import type { Faults } from '../support/openai-script.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';

const needed = {
  SERVER_URL: 'http://127.0.0.1:3000',
  WORKER_KEY: 'worker-key',
  LIVEKIT_URL: 'ws://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'devkey',
  LIVEKIT_API_SECRET: 'secret',
  STT_MODEL: 'gpt-4o',
  TTS_MODEL: 'gpt-4o',
};
const nothing = { answer: () => ({ text: '' }), speak: () => Promise.resolve(new Int16Array()) };

let openAi: OpenAiServer | undefined;
afterEach(async () => {
  await openAi?.stop();
  openAi = undefined;
});

async function troubleWith(fault: Faults['models'], environment: NodeJS.ProcessEnv = {}) {
  openAi = await startOpenAiServer(nothing);
  if (fault) openAi.faults.models = fault;
  const own = { OPENAI_BASE_URL: openAi.url, OPENAI_API_KEY: 'sk-stand-in', ...environment };
  return checkModels(readConfig({ ...needed, ...own }));
}

test('finds nothing wrong with a server that has the models', async () => {
  expect(await troubleWith(undefined)).toEqual([]);
});

test('names the key that is refused, once, and not the key', async () => {
  const trouble = await troubleWith(undefined, { OPENAI_API_KEY: 'sk-hunter2' });
  expect(trouble).toEqual([{ variable: 'OPENAI_API_KEY', detail: expect.stringContaining('refused (401)') as string }]);
  expect(JSON.stringify(trouble)).not.toContain('hunter2');
});

test('names the address that answers a web page', async () => {
  const [trouble] = await troubleWith('html');
  expect(trouble).toMatchObject({ variable: 'OPENAI_BASE_URL', detail: expect.stringContaining('/v1') as string });
});

test('names the one address at which nobody answers', async () => {
  const port = await freePort();
  const trouble = await troubleWith(undefined, { STT_BASE_URL: `http://127.0.0.1:${port}/v1` });
  expect(trouble).toEqual([
    { variable: 'STT_BASE_URL', detail: expect.stringContaining('cannot be reached (ECONNREFUSED)') as string },
  ]);
});

test('names an address without its path', async () => {
  const other = createServer((_request, response) => response.writeHead(404).end('page not found'));
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const trouble = await troubleWith(undefined, { TTS_BASE_URL: `http://127.0.0.1:${port}` });
  other.close();
  expect(trouble).toMatchObject([{ variable: 'TTS_BASE_URL' }]);
});

test('names a model that the server does not have', async () => {
  expect(await troubleWith(undefined, { MODEL: 'gpt-5000' })).toMatchObject([{ variable: 'MODEL' }]);
});

test('names the account that is over its limit', async () => {
  expect(await troubleWith('rate limited')).toMatchObject([{ variable: 'OPENAI_API_KEY' }]);
});

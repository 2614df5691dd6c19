import type { Problem } from '@orderline/contract/problem.ts';
import { afterEach, expect, test } from 'vitest';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';

let stack: Stack;
afterEach(() => stack.stop());

async function askForToken(): Promise<{ status: number; retryAfter: string | null; problem: Problem }> {
  const response = await fetch(`${stack.urls.server}/api/token`, { method: 'POST' });
  const problem = (await response.json()) as Problem;
  return { status: response.status, retryAfter: response.headers.get('retry-after'), problem };
}

test('with LiveKit down, a visitor is told at once and when to try again', async () => {
  stack = await startStack({ parts: ['database', 'livekit', 'server'], environment: bareEnvironment() });
  await stack.parts.livekit?.stop();
  const { status, retryAfter, problem } = await askForToken();
  expect({ status, code: problem.code }).toEqual({ status: 503, code: 'unavailable' });
  expect(Number(retryAfter)).toBeGreaterThan(0);
  expect(JSON.stringify(problem)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|at .+\.ts/);
});

test('with the database down, every answer is a clear 503, and its health says so', async () => {
  stack = await startStack({ parts: ['database', 'livekit', 'server'], environment: bareEnvironment() });
  await stack.parts.database?.stop();
  const { status, retryAfter, problem } = await askForToken();
  expect({ status, code: problem.code }).toEqual({ status: 503, code: 'unavailable' });
  expect(Number(retryAfter)).toBeGreaterThan(0);
  expect((await fetch(`${stack.urls.server}/health`)).status).toBe(503);
});

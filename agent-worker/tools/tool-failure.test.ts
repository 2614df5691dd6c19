import { type Problem, problemCode } from '@orderline/contract/problem.ts';
import { expect, test } from 'vitest';
import { ServerError } from '../server-api/server-error.ts';
import { toolFailure, toolFault } from './tool-failure.ts';

const trouble = 'I am having trouble on my side.';
const problem = (code: Problem['code'], rest: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: 'Title that nobody hears',
  detail: 'Detail that nobody hears',
  status: 400,
  code,
  ...rest,
});

test("passes on the server's own sentence, and the attempts that are left", () => {
  const refusal = problem('verification_failed', { say: "I wasn't able to pull up an order.", attempts_left: 1 });
  expect(toolFailure(refusal, trouble)).toMatchObject({
    error: 'verification_failed',
    say: "I wasn't able to pull up an order.",
    attempts_left: 1,
  });
});

test('gives every code something to do next, and no code the technical detail', () => {
  for (const code of problemCode.options) {
    const failure = toolFailure(problem(code), trouble);
    expect(failure.then).not.toBe('');
    expect(JSON.stringify(failure)).not.toContain('nobody hears');
  }
});

test("speaks the store's trouble sentence where the server is slow, away or broken", () => {
  expect(toolFault(new ServerError('slow', 'an order lookup'), trouble)).toMatchObject({ error: 'slow', say: trouble });
  expect(toolFault(new TypeError('fetch failed'), trouble)).toMatchObject({ error: 'unavailable', say: trouble });
  expect(toolFailure(problem('unavailable'), trouble).say).toBe(trouble);
});

test('does not make up a sentence for what the model can solve by asking', () => {
  expect(toolFailure(problem('malformed'), trouble)).not.toHaveProperty('say');
});

import { expect, test } from 'vitest';
import { judgeSignIn } from './sign-in-limit-rule.ts';

const now = new Date('2026-03-08T15:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const none = { count: 0, oldest: undefined };

test('lets a password be tried below every limit', () => {
  const failures = {
    ofAccount: { count: 24, oldest: minutesAgo(14) },
    fromOrigin: { count: 19, oldest: minutesAgo(14) },
    ofPair: { count: 4, oldest: minutesAgo(14) },
  };
  expect(judgeSignIn(failures, now)).toEqual({ outcome: 'try' });
});

test.each([
  ['five of one account from one address', 'ofPair', 5],
  ['twenty from one address', 'fromOrigin', 20],
  ['twenty-five of one account', 'ofAccount', 25],
] as const)('locks after %s, until the oldest stops counting', (_words, kind, count) => {
  const failures = { ofAccount: none, fromOrigin: none, ofPair: none, [kind]: { count, oldest: minutesAgo(14) } };
  expect(judgeSignIn(failures, now)).toEqual({ outcome: 'locked', retryAfterSeconds: 60 });
});

test('waits for the longest of several locks', () => {
  const failures = {
    ofAccount: none,
    fromOrigin: { count: 20, oldest: minutesAgo(5) },
    ofPair: { count: 5, oldest: minutesAgo(14) },
  };
  expect(judgeSignIn(failures, now)).toEqual({ outcome: 'locked', retryAfterSeconds: 600 });
});

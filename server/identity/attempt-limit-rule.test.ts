import { expect, test } from 'vitest';
import { judgeAttempt, type Attempt } from './attempt-limit-rule.ts';

const limits = { failed_lookups_per_call: 2, failed_lookups_per_hour: 10 };
const none = { byOrigin: 0, ofOrder: 0, withFactor: 0 };
const judge = (attempt: Partial<Attempt>) =>
  judgeAttempt({ isMatch: false, failuresInCall: 0, failuresInHour: none, ...attempt }, limits);

test('the right pair is verified, also after one failure', () => {
  expect(judge({ isMatch: true })).toEqual({ outcome: 'verified' });
  expect(judge({ isMatch: true, failuresInCall: 1 })).toEqual({ outcome: 'verified' });
});

test('a wrong pair leaves one attempt, the second none', () => {
  expect(judge({})).toEqual({ outcome: 'failed', attemptsLeft: 1, isAfterRefusal: false, isCounted: true });
  expect(judge({ failuresInCall: 1 })).toEqual({
    outcome: 'failed',
    attemptsLeft: 0,
    isAfterRefusal: false,
    isCounted: true,
  });
});

test('after two failures even the right pair fails, and counts nowhere else', () => {
  expect(judge({ isMatch: true, failuresInCall: 2 })).toEqual({
    outcome: 'failed',
    attemptsLeft: 0,
    isAfterRefusal: true,
    isCounted: false,
  });
});

test.each(['byOrigin', 'ofOrder', 'withFactor'] as const)(
  'ten failures in an hour %s lock, and look like a wrong pair',
  (counter) => {
    const locked = { ...none, [counter]: 10 };
    expect(judge({ isMatch: true, failuresInHour: locked })).toEqual({
      outcome: 'failed',
      attemptsLeft: 1,
      isAfterRefusal: false,
      isCounted: false,
    });
    expect(judge({ isMatch: true, failuresInHour: { ...none, [counter]: 9 } })).toEqual({ outcome: 'verified' });
  },
);

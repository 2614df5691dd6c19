import { expect, test } from 'vitest';
import { CallError } from './call-error.ts';

const nowMs = Date.UTC(2026, 2, 8, 12, 0, 0);
const answer = (status: number, retryAfter?: string) =>
  CallError.fromResponse(
    new Response(null, { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } }),
    nowMs,
  );

test.each([
  [400, 'unexpected'],
  [401, 'call-ended'],
  [403, 'not-allowed'],
  [404, 'unexpected'],
  [409, 'call-ended'],
  [429, 'busy'],
  [500, 'unavailable'],
  [503, 'unavailable'],
] as const)('%i means %s', (status, reason) => {
  expect(answer(status).reason).toBe(reason);
});

test.each([
  ['20', 20_000],
  ['Sun, 08 Mar 2026 12:00:30 GMT', 30_000],
  ['Sun, 08 Mar 2026 11:00:00 GMT', undefined],
  ['0', undefined],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %s is %s milliseconds', (header, retryAfterMs) => {
  expect(answer(429, header).retryAfterMs).toBe(retryAfterMs);
});

test('a call error stays what it is, anything else gets the reason of its place', () => {
  const known = new CallError('busy');
  expect(CallError.from(known, 'media-blocked')).toBe(known);
  const cause = new Error('no route');
  expect(CallError.from(cause, 'media-blocked')).toMatchObject({ reason: 'media-blocked', cause });
});

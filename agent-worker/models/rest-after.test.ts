import { expect, test } from 'vitest';
import { isRefusal, restAfter } from './rest-after.ts';

const answered = (status: number, headers = {}) =>
  Object.assign(new Error('scripted'), { status, headers: new Headers(headers) });

test('rests as long as the endpoint asks for', () => {
  expect(restAfter(answered(429, { 'retry-after': '20' }))).toBe(20_000);
  expect(restAfter(answered(429, { 'retry-after': '86400' }))).toBe(600_000);
  expect(restAfter(answered(429))).toBe(30_000);
});

test('rests longer where the key was refused', () => {
  expect(restAfter(answered(401))).toBeGreaterThan(restAfter(answered(500)));
  expect(restAfter(Object.assign(new Error('scripted'), { statusCode: 403 }))).toBe(restAfter(answered(401)));
});

test('asks again at once only what may be answered then', () => {
  expect(isRefusal(answered(429))).toBe(true);
  expect(isRefusal(answered(500))).toBe(false);
  expect(isRefusal(new Error('connection reset'))).toBe(false);
  expect(isRefusal(undefined)).toBe(false);
});

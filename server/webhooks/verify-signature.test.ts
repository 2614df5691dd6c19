import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { isSignedBy, webhookHeaders } from './verify-signature.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const now = new Date('2026-03-05T17:00:00.000Z');
const seconds = now.getTime() / 1000;
const body = '{"type":"order.cancelled"}';
const signature = new Webhook(secret).sign('msg_1', now, body);
const headers = (changed: Record<string, string | undefined> = {}) =>
  webhookHeaders(
    {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': signature,
      ...changed,
    },
    now,
  );
const isSigned = (changed: Record<string, string | undefined>, text = body) => {
  const claimed = headers(changed);
  return claimed !== undefined && isSignedBy(secret, claimed, text);
};

test('the example of the specification is signed', () => {
  const at = new Date(1_614_265_330_000);
  const claimed = webhookHeaders(
    {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    at,
  );
  expect(claimed !== undefined && isSignedBy(secret, claimed, '{"test": 2432232314}')).toBe(true);
});

test('one of several signatures is enough, as while a secret is changed', () => {
  expect(isSigned({ 'webhook-signature': `v1,AAAA v1a,BBBB ${signature}` })).toBe(true);
  expect(isSigned({ 'webhook-signature': 'v1,AAAA v1a,BBBB' })).toBe(false);
});

test('a signature covers id, time and body, and has its version', () => {
  expect(isSigned({})).toBe(true);
  expect(isSigned({ 'webhook-id': 'msg_2' })).toBe(false);
  expect(isSigned({ 'webhook-timestamp': String(seconds - 1) })).toBe(false);
  expect(isSigned({}, `${body}\n`)).toBe(false);
  expect(isSigned({ 'webhook-signature': signature.replace('v1,', 'v2,') })).toBe(false);
  expect(isSigned({ 'webhook-signature': signature.slice(3) })).toBe(false);
});

test('a time is a whole number of seconds, at most five minutes away', () => {
  expect(headers({ 'webhook-timestamp': String(seconds - 300) })).toBeDefined();
  expect(headers({ 'webhook-timestamp': String(seconds + 300) })).toBeDefined();
  for (const timestamp of [
    String(seconds - 301),
    String(seconds + 301),
    `${seconds}x`,
    `${seconds}.5`,
    '',
    undefined,
  ]) {
    expect(headers({ 'webhook-timestamp': timestamp })).toBeUndefined();
  }
});

test('an id is one word of bounded length', () => {
  for (const id of ['', 'two words', 'x'.repeat(201), undefined]) {
    expect(headers({ 'webhook-id': id })).toBeUndefined();
  }
});

import { expect, test } from 'vitest';
import { phoneEnvironment, phoneRedis } from './phone-environment.ts';

const stack = { ports: { redis: 6390 }, secrets: { redisPassword: 'made' } } as Parameters<typeof phoneRedis>[1];

test('opens a phone on this machine to this machine alone', () => {
  expect(phoneEnvironment({}, { hasPhone: true })).toEqual({
    PHONE_NUMBERS: '+15550100',
    PHONE_ALLOWED_ADDRESSES: '127.0.0.1',
  });
});

test('leaves to the settings who may ring, where they say so', () => {
  const environment = { PHONE_NUMBERS: '+12125550100', PHONE_AUTH_USERNAME: 'trunk' };
  expect(phoneEnvironment(environment, { hasPhone: true })).toEqual({ PHONE_NUMBERS: '+12125550100' });
});

test('asks for no trunk where this start has no telephone', () => {
  expect(phoneEnvironment({ PHONE_NUMBERS: '+12125550100' }, { hasPhone: false })).toEqual({ PHONE_NUMBERS: '' });
});

test('leaves the phone of a LiveKit that is yours to you', () => {
  const environment = { LIVEKIT_URL: 'wss://livekit.example', PHONE_NUMBERS: '+12125550100' };
  expect(phoneEnvironment(environment, { hasPhone: false })).toEqual({});
  expect(() => phoneRedis(environment, stack)).toThrow(/LIVEKIT_URL names yours.*start without --phone/);
});

test('takes your Redis, or its own behind a password', () => {
  expect(phoneRedis({ REDIS_URL: 'redis://127.0.0.1:6379' }, stack)).toEqual({ address: '127.0.0.1:6379' });
  expect(phoneRedis({}, stack)).toEqual({ address: '127.0.0.1:6390', password: 'made' });
});

import { expect, test } from 'vitest';
import { ownRedis, redisForLivekit } from './redis-access.ts';

test.each([
  ['redis://127.0.0.1:6390', { address: '127.0.0.1:6390' }],
  ['redis://redis.example', { address: 'redis.example:6379' }],
  [
    'rediss://me:p%40ss@redis.example:6380/2',
    { address: 'redis.example:6380', username: 'me', password: 'p@ss', db: 2, tls: { enabled: true } },
  ],
])('tells LiveKit how to reach %s', (REDIS_URL, expected) => {
  const redis = ownRedis({ REDIS_URL });
  expect(redis && redisForLivekit(redis)).toEqual(expected);
});

test('runs a Redis itself where none is named', () => {
  expect(ownRedis({})).toBeUndefined();
  expect(ownRedis({ REDIS_URL: '' })).toBeUndefined();
});

test.each(['localhost:6379', 'http://:secret@redis.example', 'redis://:secret@redis.example/abc'])(
  'refuses %s without repeating it',
  (REDIS_URL) => {
    const read = () => ownRedis({ REDIS_URL });
    expect(read).toThrow(/REDIS_URL is not a URL like redis:/);
    expect(read).not.toThrow(/secret/);
  },
);

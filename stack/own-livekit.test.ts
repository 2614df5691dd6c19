import { expect, test } from 'vitest';
import { ownLivekitUrl } from './own-livekit.ts';

test('runs its own LiveKit when no URL is set', () => {
  expect(ownLivekitUrl({ LIVEKIT_API_KEY: 'key' })).toBeUndefined();
  expect(ownLivekitUrl({ LIVEKIT_URL: '' })).toBeUndefined();
});

test('names what is missing beside a URL', () => {
  const url = { LIVEKIT_URL: 'wss://live.example' };
  expect(() => ownLivekitUrl(url)).toThrow(/not LIVEKIT_API_KEY and LIVEKIT_API_SECRET/);
  expect(() => ownLivekitUrl({ ...url, LIVEKIT_API_KEY: 'key' })).toThrow(/not LIVEKIT_API_SECRET/);
  expect(ownLivekitUrl({ ...url, LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' })).toBe('wss://live.example');
});

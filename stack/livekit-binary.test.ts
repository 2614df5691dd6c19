import { expect, test } from 'vitest';
import { isUsable } from './livekit-binary.ts';
import { isGoNewEnough } from './livekit-build.ts';

test('accepts the pinned LiveKit and later ones of its major version', () => {
  expect(isUsable('1.13.5', '1.13.5')).toBe(true);
  expect(isUsable('1.14.0', '1.13.5')).toBe(true);
  expect(isUsable('1.9.12', '1.13.5')).toBe(false);
  expect(isUsable('2.0.0', '1.13.5')).toBe(false);
});

test.each([
  ['go version go1.26.8 linux/amd64', true],
  ['go version go1.27rc1 linux/amd64', true],
  ['go version go2.0 linux/amd64', true],
  ['go version go1.9.2 linux/amd64', false],
  ['go version go1.25.11 darwin/arm64', false],
  ['zsh: command not found', false],
])('reads "%s"', (line, isEnough) => {
  expect(isGoNewEnough(line)).toBe(isEnough);
});

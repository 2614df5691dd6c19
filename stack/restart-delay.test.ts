import { expect, test } from 'vitest';
import { restartDelayMs } from './restart-delay.ts';

test('waits longer after each death, and never longer than half a minute', () => {
  expect([1, 2, 3, 4].map(restartDelayMs)).toEqual([500, 1000, 2000, 4000]);
  expect(restartDelayMs(50)).toBe(30_000);
});

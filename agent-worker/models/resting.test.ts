import { expect, test } from 'vitest';
import { Resting } from './resting.ts';

test('passes over what failed, until its rest is over', () => {
  let now = 0;
  const resting = new Resting<string>(1000, () => now);
  resting.rest('first');
  expect(resting.awake(['first', 'second', 'last'])).toEqual(['second', 'last']);
  now = 1000;
  expect(resting.awake(['first', 'second', 'last'])).toEqual(['first', 'second', 'last']);
});

test('never passes over the last: somebody has to speak', () => {
  const resting = new Resting<string>(1000, () => 0);
  resting.rest('last');
  expect(resting.awake(['first', 'last'])).toEqual(['first', 'last']);
});

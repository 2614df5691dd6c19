import { expect, test } from 'vitest';
import { pace, toldPace } from './pace.ts';

test.each([
  'slower please',
  'Could you slow down a bit?',
  "You're talking too fast.",
  'speak more slowly please',
  'can you talk faster',
  'speed it up please',
  'you speak too slowly',
  'speak at normal speed',
])('takes "%s" for a wish about the voice', (text) => {
  expect(pace.isMeant(text)).toBe(true);
});

test.each([
  'do you have faster shipping',
  'why is my delivery so slow',
  'the website is too slow',
  'can I get it faster, the order is late',
  'where is my order',
])('does not take "%s" for one', (text) => {
  expect(pace.isMeant(text)).toBe(false);
});

test('tells which pace it is', () => {
  expect(toldPace('slower')).toContain('slower');
  expect(toldPace('normal')).toContain('normally');
});

import { expect, test } from 'vitest';
import { textedWord } from './texted-word-rule.ts';

test.each([
  ['STOP', 'stop'],
  ['Stop.', 'stop'],
  [' opt out ', 'stop'],
  ['UNSUBSCRIBE', 'stop'],
  ['Stop please!', 'stop'],
  ['START', 'start'],
  ['unstop', 'start'],
  ['HELP', 'help'],
  ['info?', 'help'],
  ["please don't stop at the gate", undefined],
  ['Can you help me with order ORD-12345?', undefined],
  ['', undefined],
  ['👍', undefined],
])('%j asks for %s', (text, wish) => {
  expect(textedWord(text)).toBe(wish);
});

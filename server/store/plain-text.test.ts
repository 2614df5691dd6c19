import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['Classic Tee - Navy, Size M', 'Classic Tee - Navy, Size M'],
  ['Café "Größe" #1 & more', 'Café "Größe" #1 & more'],
  ['Tee<script>alert(1)</script>', 'Tee alert(1)'],
  ['Tee <break time="9s"/> x', 'Tee x'],
  ['Tee\u0000\u202e\u200b\r\nX', 'Tee X'],
  ['a < b > `c`', 'a c'],
  ['<<b>script>x', 'scriptx'],
])('%j becomes %j', (text, plain) => {
  expect(plainText(text, 100)).toBe(plain);
});

test('is cut to its length, and nothing is undefined', () => {
  expect(plainText('x'.repeat(500), 120)).toHaveLength(120);
  expect(plainText(' \u0007 <i></i>', 120)).toBeUndefined();
});

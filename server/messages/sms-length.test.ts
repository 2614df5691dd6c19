import { expect, test } from 'vitest';
import { inGsmAlphabet, smsLength } from './sms-length.ts';

test.each([
  ['a'.repeat(160), 'gsm', 1],
  ['a'.repeat(161), 'gsm', 2],
  ['a'.repeat(306), 'gsm', 2],
  ['a'.repeat(307), 'gsm', 3],
  // Each counts twice.
  ['€'.repeat(80), 'gsm', 1],
  ['€'.repeat(81), 'gsm', 2],
  ['Café à la carte, 5 £', 'gsm', 1],
  ['→'.repeat(70), 'ucs2', 1],
  ['→'.repeat(71), 'ucs2', 2],
  // Two units of UTF-16.
  ['😀'.repeat(36), 'ucs2', 2],
] as const)('%j travels as %s in %i', (text, alphabet, segments) => {
  expect(smsLength(text)).toEqual({ alphabet, segments });
});

test.each([
  ['“Tee” – ‘Navy’…', '"Tee" - \'Navy\'...'],
  ['2 × Crème brûlée', '2 x Crème brulée'],
  ['plain {text}', 'plain {text}'],
  ['東京', '東京'],
])('%j is written %j', (text, plain) => {
  expect(inGsmAlphabet(text)).toBe(plain);
});

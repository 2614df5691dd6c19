import { expect, test } from 'vitest';
import { Pronunciation } from './pronunciation.ts';

const dictionary = [
  'ahead AH HH EH D',
  'did D IH D',
  'dog D AO G',
  'dot D AA T',
  'go G OW',
  'say S EY',
  'what W AH T',
  'you Y UW',
  '',
].join('\n');
const pronunciation = new Pronunciation(dictionary);

test('knows the words of its dictionary, whole', () => {
  expect(pronunciation.knows('dot')).toBe(true);
  expect(pronunciation.knows('do')).toBe(false);
  expect(pronunciation.knows('zebra')).toBe(false);
  expect(pronunciation.knows('')).toBe(false);
});

test('finds the same sounds alike, near ones nearly, and others not', () => {
  expect(pronunciation.likeness('dot', 'dot')).toBe(1);
  // Of three sounds two are similar.
  expect(pronunciation.likeness('dot', 'dog')).toBeCloseTo(1 - (0.4 + 0.4) / 3);
  expect(pronunciation.likeness('go ahead', 'what did you say')).toBeLessThan(0.3);
});

test('takes a word without a known sound as one of its own', () => {
  expect(pronunciation.likeness('dot xyzzy', 'dot xyzzy')).toBe(1);
  expect(pronunciation.likeness('xyzzy', 'dot')).toBe(0);
});

import { expect, test } from 'vitest';
import { plainLine } from './plain-line.ts';

test('makes one line without markup, control or invisible characters', () => {
  expect(plainLine('  a\u0000b\n\tc \u202Ed\u200B <b>bold</b> <!-- x --> ship\u00ADping ')).toBe(
    'a b c d bold shipping',
  );
});

test('leaves what only looks like markup', () => {
  expect(plainLine('returns <30 days, 3 < 4 > 2')).toBe('returns <30 days, 3 < 4 > 2');
});

test('no tag appears by taking another away', () => {
  expect(plainLine('<<b>script>alert(1)<</b>/script>')).not.toMatch(/<[a-z/]/i);
});

test('ligatures and full-width digits become the letters and digits they are', () => {
  expect(plainLine('ofﬁce ３０')).toBe('office 30');
});

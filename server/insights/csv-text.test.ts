import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test('writes a header and rows, each line ended as RFC 4180 wants', () => {
  expect(
    csvText(
      ['day', 'calls'],
      [
        ['2026-03-08', 3],
        ['2026-03-09', 0],
      ],
    ),
  ).toBe('day,calls\r\n2026-03-08,3\r\n2026-03-09,0\r\n');
});

test('a header alone is a table too', () => {
  expect(csvText(['day'], [])).toBe('day\r\n');
});

test.each([
  ['a, b', '"a, b"'],
  ['12" ruler', '"12"" ruler"'],
  ['two\nlines', '"two\nlines"'],
])('quotes %j', (text, cell) => {
  expect(csvText(['x'], [[text]])).toBe(`x\r\n${cell}\r\n`);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://evil.example","x")', '＝1+1'])(
  'shows %j as a text, not as what it computes',
  (text) => {
    const [, cell] = csvText(['x'], [[text]]).split('\r\n');
    expect(cell?.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('a number stays a number, below zero too, and what is not known is empty', () => {
  expect(csvText(['a', 'b'], [[-5, undefined]])).toBe('a,b\r\n-5,\r\n');
});

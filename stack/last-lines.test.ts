import { expect, test } from 'vitest';
import { LastLines } from './last-lines.ts';

test('puts together lines that came in pieces', () => {
  const output = new LastLines();
  expect(output.take('one\ntw')).toEqual(['one']);
  expect(output.take('o\r\nthree')).toEqual(['two']);
  expect(output.lines).toEqual(['one', 'two', 'three']);
});

test('keeps only the last ones', () => {
  const output = new LastLines(2);
  output.take('one\ntwo\nthree\n');
  expect(output.lines).toEqual(['two', 'three']);
});

test('counts an unfinished line as the last one', () => {
  const output = new LastLines(2);
  output.take('one\ntwo\nthr');
  expect(output.lines).toEqual(['two', 'thr']);
});

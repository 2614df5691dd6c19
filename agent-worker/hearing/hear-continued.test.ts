import { expect, test } from 'vitest';
import { hearContinued } from './hear-continued.ts';
import { hearEmail } from './hear-email.ts';
import { hearOrderNumber } from './hear-order-number.ts';

const number = (text: string) => hearOrderNumber(text, ['ORD-#####', '#W#######']);

test.each([
  ['O R D one two', 'three four five', 'ORD-12345'],
  ['my order number is one two three four', 'five', 'ORD-12345'],
  ['ORD', 'um 12345', 'ORD-12345'],
  ['one two three', 'one two three four five', 'ORD-12345'],
  ['one two three', 'it is 5 4 3 2 1', 'ORD-54321'],
])('hears "%s" … "%s" as one number', (part, text, value) => {
  expect(hearContinued(number, part, text)).toEqual({ status: 'heard', value });
});

test.each([
  ['john dot smith', 'at gmail dot com', 'john.smith@gmail.com'],
  ['j o h n', 'dot smith at gmail dot com', 'john.smith@gmail.com'],
  ['john at gmail', 'dot com', 'john@gmail.com'],
  ['john dot', 'smith at gmail dot com', 'john.smith@gmail.com'],
  ['john at', 'gmail dot com', 'john@gmail.com'],
])('hears "%s" … "%s" as one address', (part, text, value) => {
  expect(hearContinued(hearEmail, part, text)).toEqual({ status: 'heard', value });
});

test('takes a second attempt that begins alike for no rest', () => {
  expect(hearContinued(number, 'one two three', 'one two')).toEqual({ status: 'incomplete' });
});

test('hears by itself what was not said in part before', () => {
  expect(hearContinued(number, undefined, 'three four five')).toEqual({ status: 'incomplete' });
  expect(hearContinued(number, 'one two three', 'where is it')).toEqual({ status: 'none' });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeyedDigits } from './keyed-digits.ts';

let done: string[];
let keys: KeyedDigits;

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  keys = new KeyedDigits({ isWhole: (digits) => digits.length === 5, onDone: (digits) => done.push(digits) });
});
afterEach(() => {
  vi.useRealTimers();
});

const press = (all: string) => {
  for (const key of all) keys.press(key);
};

test('is done at the pound key', () => {
  press('12345#');
  expect(done).toEqual(['12345']);
});

test('waits for a slow finger, and is done after a pause', () => {
  for (const key of '123') {
    press(key);
    vi.advanceTimersByTime(3_500);
  }
  expect(done).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(done).toEqual(['123']);
});

test('waits less once the number is whole', () => {
  press('12345');
  vi.advanceTimersByTime(1_499);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['12345']);
});

test('starts over at the star key', () => {
  press('129*12345#');
  press('7*');
  vi.advanceTimersByTime(60_000);
  expect(done).toEqual(['12345']);
});

test('takes a second number after the first', () => {
  press('12345#5551234567#');
  expect(done).toEqual(['12345', '5551234567']);
});

test('makes nothing of a pound key alone, nor of letters', () => {
  press('#A#B');
  vi.advanceTimersByTime(60_000);
  expect(done).toEqual([]);
});

test('is not overrun by a key that sticks', () => {
  press(`${'9'.repeat(1_000)}#`);
  expect(done).toEqual(['9'.repeat(24)]);
});

test('says nothing more once it is stopped', () => {
  press('123');
  keys.stop();
  vi.advanceTimersByTime(60_000);
  expect(done).toEqual([]);
});

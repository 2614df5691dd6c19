import { expect, test } from 'vitest';
import { withinTime } from './within-time.ts';

const limits = { firstMs: 30, nextMs: 30 };
const forEver = () => new Promise<never>(() => undefined);

async function all<Value>(source: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of source) values.push(value);
  return values;
}

test('passes everything on when it comes in time', async () => {
  async function* source() {
    await Promise.resolve();
    yield 1;
    yield 2;
  }
  expect(await all(withinTime(source(), limits))).toEqual([1, 2]);
});

test('gives up on a source that never begins', async () => {
  async function* source() {
    yield await forEver();
  }
  await expect(all(withinTime(source(), limits))).rejects.toThrow('Nothing for 30 ms');
});

test('gives up on a source that stalls, after what it gave', async () => {
  const given: number[] = [];
  async function* source() {
    yield 1;
    yield await forEver();
  }
  await expect(
    (async () => {
      for await (const value of withinTime(source(), limits)) given.push(value);
    })(),
  ).rejects.toThrow('Nothing for');
  expect(given).toEqual([1]);
});

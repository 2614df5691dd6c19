import { expect, test } from 'vitest';
import { OneAfterTheOther } from './one-after-the-other.ts';

test('the next work begins when the one before has ended, also by a fault', async () => {
  const works = new OneAfterTheOther();
  const first = Promise.withResolvers<string>();
  const begun: string[] = [];
  const one = works.run(() => {
    begun.push('first');
    return first.promise;
  });
  const two = works.run(() => {
    begun.push('second');
    return Promise.resolve('two');
  });
  await new Promise(setImmediate);
  expect(begun).toEqual(['first']);
  first.reject(new Error('down'));
  await expect(one).rejects.toThrow('down');
  expect(await two).toBe('two');
  expect(begun).toEqual(['first', 'second']);
});

import { expect, test } from 'vitest';
import { hearCondition } from './hear-condition.ts';

test.each([
  ['yes', 'as_new'],
  ['yes, it is unused and in the original packaging', 'as_new'],
  ["I've never worn it", 'as_new'],
  ['no', 'used'],
  ['I wore it once', 'used'],
  ['yes, but I washed it', 'used'],
  ["it's unused, but I threw away the box", 'used'],
  ['yes because it is used and in the original packaging', undefined],
  ["yes because i'm used to it", 'as_new'],
  ['I think so, maybe', undefined],
])('%s: %s', (text, condition) => expect(hearCondition(text)).toBe(condition));

import { expect, test } from 'vitest';
import { hearProblem, hearReason } from './hear-reason.ts';

test.each([
  ["it's too small", 'size'],
  ['the size is wrong', 'size'],
  ['I need a bigger one', 'size'],
  ["it doesn't fit", 'fit'],
  ["they don't fit me", 'fit'],
  ['wrong colour', 'colour'],
  ["I don't like the color", 'colour'],
  ['not what I expected', 'not_as_described'],
  ['it looks different from the picture', 'not_as_described'],
  ['the quality is poor', 'quality'],
  ["it's terrible quality", 'quality'],
  ['I changed my mind', 'changed_mind'],
  ["I don't like it", 'changed_mind'],
  ["I don't need it anymore", 'changed_mind'],
  ['I ordered it by mistake', 'changed_mind'],
  ['I found it cheaper somewhere else', 'changed_mind'],
  ['my dog', undefined],
  ['where is my order', undefined],
])('%s: %s', (text, reason) => {
  expect(hearReason(text)).toBe(reason);
});

test.each([
  ['it arrived broken', 'damaged'],
  ['there is a crack in it', 'damaged'],
  ['the box was soaked and the vase is shattered', 'damaged'],
  ['it came with a hole in it', 'damaged'],
  ["it doesn't work", 'defective'],
  ["they won't turn on", 'defective'],
  ['the zipper is broken', 'damaged'],
  ['it stopped working', 'defective'],
  ['you sent me the wrong item', 'wrong_item'],
  ["I got someone else's order", 'wrong_item'],
  ['I received a different product', 'wrong_item'],
  ['one of the candles is missing', 'missing'],
  ['there were only two glasses in the box', 'missing'],
  ['the mug was not in the package', 'missing'],
  ["it's the wrong size", undefined],
  ["there's no damage, I just don't like it", undefined],
  ['it is not broken', undefined],
  ['my package is missing', undefined],
])('%s: %s', (text, problem) => {
  expect(hearProblem(text)).toBe(problem);
});

import { expect, test } from 'vitest';
import { anonymousQuestion } from './anonymous-question-rule.ts';

test.each([
  ['Do you price-match  OTHER stores?!', 'do you price match other stores'],
  ["Don't you ship within 45 days?", "don't you ship within 45 days"],
  ['My e-mail is Jane.Doe@example.com, do you have it', 'my e mail is … do you have it'],
  ['it is jane at gmail dot com do you have it', 'it is … do you have it'],
  ['my card 4242 4242 4242 4242 was charged twice', 'my card … was charged twice'],
  ['call me at (212) 555-0100 please', 'call me at … please'],
  ['call five one two five five five oh one four two', 'call …'],
  ['where is ORD-12345', 'where is ord …'],
  ['track 1Z999AA10123456784', 'track …'],
  ['4242424242424242', ''],
  ['???', ''],
])('keeps %j as %j', (question, kept) => {
  expect(anonymousQuestion(question)).toBe(kept);
});

test('keeps no more than is read at a glance', () => {
  expect(anonymousQuestion('why '.repeat(200)).length).toBeLessThanOrEqual(160);
});

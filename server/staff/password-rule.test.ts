import { expect, test } from 'vitest';
import { passwordFlaw } from './password-rule.ts';

test.each(['correct horse', 'пароль из слов', 'a1b2c3d4e5f6', 'x'.repeat(100) + 'abcdef'])('takes %s', (password) => {
  expect(passwordFlaw(password, 'anna')).toBeUndefined();
});

test.each([
  ['eleven char', /too short/],
  ['🐈🐕🐎🐄🐖🐑🐐🐪🐘🦏🦛', /too short/],
  ['abcdef'.repeat(22), /too long/],
  ['aaaaaaaaaaaa', /repeats itself/],
  ['abababababab', /repeats itself/],
  ['it is Anna 2026!', /has the name in it/],
])('refuses %s', (password, why) => {
  expect(passwordFlaw(password, 'anna')).toMatch(why);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseStoreProfile } from './load-store-profile.ts';

const good = readFileSync(new URL('../../store.yaml', import.meta.url), 'utf8');
const problemsWith = (find: string | RegExp, replacement: string) => {
  const edited = good.replace(find, replacement);
  expect(edited).not.toBe(good);
  return parseStoreProfile(edited).problems;
};
const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split('\n').length;

test("the repository's own store.yaml is fine", () => {
  expect(parseStoreProfile(good).problems).toEqual([]);
});

test('names the line, the path, what is wrong and what is allowed', () => {
  expect(problemsWith('\n  days: 30', '\n  days: thirty')).toEqual([
    `line ${lineOf('  days: 30')}: returns.days: Invalid input: expected number, received string`,
  ]);
  expect(problemsWith('time_zone: America/New_York', 'time_zone: Mars/Base')).toEqual([
    `line ${lineOf('time_zone:')}: time_zone: a time zone like America/New_York is needed`,
  ]);
  expect(problemsWith('monday: 09:00-18:00', 'monday: 9-18')).toEqual([
    `line ${lineOf('monday:')}: opening_hours.monday: hours like "09:00-18:00", or closed, are needed`,
  ]);
});

test('names what is missing', () => {
  expect(problemsWith(/\n {2}goodbye:.*/, '')).toEqual([
    expect.stringMatching(/^line \d+: phrases\.goodbye is missing$/),
  ]);
});

test('lists the keys that exist when one does not', () => {
  expect(problemsWith('\n  label_days:', '\n  lable_days:')).toContainEqual(
    expect.stringMatching(/returns\.lable_days is not known; returns may have days, .*label_days/),
  );
});

test('lists the placeholders that exist when one does not', () => {
  expect(problemsWith('Thanks for calling {store_name}. I can', 'Thanks for calling {stor_name}. I can')).toEqual([
    expect.stringContaining(
      'phrases.opening: there is no {stor_name} here; this phrase may use {store_name}, {agent_name}',
    ),
  ]);
});

test('reports every mistake at once', () => {
  const edited = good.replace('\n  days: 30', '\n  days: -1').replace('language: en', 'language: tlh');
  expect(parseStoreProfile(edited).problems).toHaveLength(2);
});

test.each(['', '- a list', 'store_name: [', 'a: &a [*a]', '\t'])(
  'explains a file that is no profile at all: %j',
  (text) => {
    const { profile, problems } = parseStoreProfile(text);
    expect(profile).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  },
);

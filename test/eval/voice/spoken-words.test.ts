import { expect, test } from 'vitest';
import { spelledEmail, spokenWords } from './spoken-words.ts';

test.each([
  ['ORD-12345', 'oh are dee one two three four five'],
  ['#W2000012', 'double you two zero zero zero zero one two'],
  ['it is grace_kim@example.com', 'it is grace underscore kim at example dot com'],
  ['6175550108', 'six one seven five five five zero one zero eight'],
  ['500 Oak Avenue, Austin, TX 78702', 'five hundred Oak Avenue, Austin, Texas, seven-eight-seven-zero-two'],
])('reads %s out', (written, spoken) => {
  expect(spokenWords(written)).toBe(spoken);
});

test('spells an address letter by letter, up to its domain', () => {
  expect(spelledEmail('jo_s1@mail.com')).toBe('jay oh underscore s one at mail dot com');
});

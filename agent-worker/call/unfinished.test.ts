import { expect, test } from 'vitest';
import { isBeingSpelled, soundsUnfinished } from './unfinished.ts';

test.each([
  "It's, um",
  'I want to',
  'My order number is',
  'Where is the',
  'Because I',
  'Well...',
  'I ordered two shirts and',
  'the email address',
])('more is to come after "%s"', (heard) => expect(soundsUnfinished(heard)).toBe(true));

test.each([
  'Where is my order?',
  'Yes please.',
  'no thank you',
  "Yes, that's what I need",
  'yes it is',
  'No',
  'I want to return it',
  'What is it about?',
  "I don't have it.",
  'Thanks, bye!',
  '',
])('"%s" may be all', (heard) => expect(soundsUnfinished(heard)).toBe(false));

test.each(['O R D', 'one two three', 'jay as in john', 'double two', 'J, O, H.'])('"%s" is being spelled', (heard) => {
  expect(isBeingSpelled(heard)).toBe(true);
});

test('a sentence is not being spelled', () => expect(isBeingSpelled('where is my order')).toBe(false));

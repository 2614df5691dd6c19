import { expect, test } from 'vitest';
import { fillPhrase, phraseProblems } from './phrase-template.ts';

const shipped = 'Good news — your order shipped[ on {day}][ via {carrier}]. Your tracking number is {number}.';

test('fills what is known', () => {
  expect(fillPhrase(shipped, { day: 'Sunday, March 8', carrier: 'UPS', number: '1Z9' })).toBe(
    'Good news — your order shipped on Sunday, March 8 via UPS. Your tracking number is 1Z9.',
  );
});

test('drops the part or the sentence of a fact that is not known', () => {
  expect(fillPhrase(shipped, { day: 'Sunday, March 8' })).toBe('Good news — your order shipped on Sunday, March 8.');
  expect(fillPhrase(shipped, {})).toBe('Good news — your order shipped.');
  expect(fillPhrase('It is with {carrier}.', {})).toBe('');
});

test('begins with a capital what now begins the sentence', () => {
  const delivered = '[According to {carrier}, ]your order was delivered. Was there an issue?';
  expect(fillPhrase(delivered, {})).toBe('Your order was delivered. Was there an issue?');
});

test('does not fill a fact that reads like a placeholder', () => {
  expect(fillPhrase('You bought {name}.', { name: '{secret} [Tee]', secret: 'x' })).toBe('You bought {secret} [Tee].');
});

test('finds nothing wrong with a phrase that uses what it may', () => {
  expect(phraseProblems(shipped, ['day', 'carrier', 'number'])).toEqual([]);
});

test.each([
  ['Hi {nmae}.', 'there is no {nmae} here; this phrase may use {name}'],
  ['Hi {name.', 'a brace without its partner; placeholders look like {store_name}'],
  ['Hi [{name}.', 'a bracket without its partner; [a part in brackets] is left out when a fact inside is not known'],
  ['At [WEBSITE].', '[WEBSITE] has no placeholder, so it could never be left out; write the words, or {name}'],
])('says what is wrong with %s', (template, message) => {
  expect(phraseProblems(template, ['name'])).toContain(message);
});

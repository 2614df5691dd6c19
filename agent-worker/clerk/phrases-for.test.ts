import { expect, test } from 'vitest';
import { hearYesNo } from '../hearing/hear-yes-no.ts';
import { anytime, matters } from './matters/matters.ts';
import { choicesIn, phrasesFor } from './phrases-for.ts';
import { wishIn } from './wishes.ts';

test("each of a matter's phrases is recognised as that matter, before any other", () => {
  for (const matter of matters)
    for (const phrase of matter.phrases)
      expect(matters.find(({ isMeant }) => isMeant(phrase))?.phrases, phrase).toBe(matter.phrases);
});

test('the ears listen for what may be said to any question, whatever was asked', () => {
  for (const asked of ['order_number', 'email', 'yes_no', 'matter'] as const)
    for (const { phrases } of anytime) expect(phrasesFor(asked)).toEqual(expect.arrayContaining([...phrases]));
});

test('they listen for answers to a question of yes and no, and none is in doubt', () => {
  const answers = phrasesFor('yes_no').filter((phrase) => /^(yes|no)\b/.test(phrase) && !/all$/.test(phrase));
  expect(answers.length).toBeGreaterThan(5);
  for (const answer of answers) expect(hearYesNo(answer), answer).toBe(answer.startsWith('yes') ? 'yes' : 'no');
});

test('items are listened for by the names that the question gave, in whole and in part', () => {
  const phrases = phrasesFor('items', choicesIn({ candidates: ['Rain Jacket - Olive, Size M', 'Mug'] }));
  expect(phrases).toEqual(expect.arrayContaining(['the rain jacket', 'jacket', 'the mug', 'all of it']));
  expect(phrasesFor('matter', ['Mug'])).not.toContain('mug');
});

test('no phrase is listed twice, and all are plain words', () => {
  for (const asked of ['order_number', 'email', 'yes_no', 'matter'] as const) {
    const phrases = phrasesFor(asked);
    expect(new Set(phrases).size).toBe(phrases.length);
    for (const phrase of phrases) expect(phrase).toMatch(/^[a-z ]+$/);
  }
});

test.each([
  ["what's the status of my order", 'status'],
  ['where is my order', 'status'],
  ['I would like to check on my order please', 'status'],
  ['Please look up order ORD-12345', 'status'],
  ['has it shipped', 'status'],
  ['when will my package get here', 'tracking'],
  ['my order is late', 'late'],
  ['I never got my package', 'not_there'],
  ['what is the tracking number', 'tracking_number'],
  ['text me the link', 'tracking_link'],
  ['what did I order', 'items'],
  ['how much did I pay', 'total'],
  ['what address is it going to', 'destination'],
  ['why was my order cancelled', 'cancel_reason'],
  ['hello there', undefined],
])('%s: %s', (text, wish) => expect(wishIn(text)).toBe(wish));

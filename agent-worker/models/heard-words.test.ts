import { expect, test } from 'vitest';
import { type Decodings, heardWords } from './heard-words.ts';

const hearYesNo = (text: string) =>
  /^(yes|go ahead|sure|good)$/.test(text)
    ? ('yes' as const)
    : text.startsWith('no')
      ? ('no' as const)
      : ('unclear' as const);
const heard = (decodings: Decodings, likeness = 0.8) =>
  heardWords(decodings, { likeness: () => likeness, hearYesNo, soundsIn: (text) => text.length });

test("takes the grammar's words for a number where the free decoding sounds like them", () => {
  const byGrammar = 'it is o r d three three one oh four';
  const open = 'it is so thirty three three one oh for him';
  expect(heard({ byGrammar, open }, 0.75)).toBe(byGrammar);
  expect(heard({ byGrammar, open }, 0.65)).toBe(open);
});

test('is content with less for an address, which is read back before it counts', () => {
  const byGrammar = 'support at gmail dot com';
  const open = 'supported the male dog comp';
  expect(heard({ byGrammar, open }, 0.55)).toBe(byGrammar);
  expect(heard({ byGrammar, open }, 0.5)).toBe(open);
});

test('never takes a yes from the grammar alone', () => {
  expect(heard({ byGrammar: 'go ahead', open: 'what did you say' })).toBe('what did you say');
  expect(heard({ byGrammar: 'go ahead', open: 'go away' })).toBe('go away');
  expect(heard({ byGrammar: 'yes', open: 'us' }, 1)).toBe('us');
});

test('never takes a yes from the free decoding alone, and marks it as doubtful', () => {
  expect(heard({ byGrammar: '', open: 'good' })).toBe('good?');
  expect(heard({ byGrammar: 'not yet', open: 'good' })).toBe('good?');
  expect(heard({ byGrammar: 'yes', open: 'good' }, 0.2)).toBe('good?');
});

test('takes a short sound that nothing supports for noise, and a no for what it is', () => {
  expect(heard({ byGrammar: 'goodbye', open: 'shh' }, 0.1)).toBe('');
  expect(heard({ byGrammar: 'goodbye', open: 'no' }, 0.1)).toBe('no');
});

test('takes a yes that both heard, and a no that sounds like one', () => {
  expect(heard({ byGrammar: 'go ahead', open: 'go ahead' }, 1)).toBe('go ahead');
  expect(heard({ byGrammar: 'no thanks', open: 'no sanction' })).toBe('no thanks');
});

test("drops the grammar's words where they do not sound like what was heard freely", () => {
  const open = 'hold on a moment please';
  expect(heard({ byGrammar: 'can you repeat that', open }, 0.5)).toBe(open);
});

test('hears what the grammar has no words for, and nothing where the free decoding hears nothing', () => {
  expect(heard({ byGrammar: '', open: 'my dog ate it' })).toBe('my dog ate it');
  expect(heard({ byGrammar: 'yes', open: '' })).toBe('');
});

import { expect, test } from 'vitest';
import { type Decodings, heardWords } from './heard-words.ts';

const hearYesNo = (text: string) =>
  /^(yes|go ahead|sure)/.test(text) ? ('yes' as const) : text.startsWith('no') ? ('no' as const) : ('unclear' as const);
const heard = (decodings: Decodings, likeness = 0.8) => heardWords(decodings, { likeness: () => likeness, hearYesNo });

test("takes the grammar's words for a number whose digits were also heard freely", () => {
  const byGrammar = 'it is oh are dee three three one oh four';
  expect(heard({ asked: 'order_number', byGrammar, open: 'it is so thirty three three one oh for him' })).toBe(
    byGrammar,
  );
});

test('does not take digits that only the grammar heard', () => {
  const open = 'i do not have the number';
  expect(heard({ asked: 'order_number', byGrammar: 'one five two one oh', open })).toBe(open);
});

test('never takes a yes from the grammar alone', () => {
  expect(heard({ asked: 'yes_no', byGrammar: 'go ahead', open: 'what did you say' })).toBe('what did you say');
  expect(heard({ asked: 'yes_no', byGrammar: 'yes', open: 'us' })).toBe('us');
});

test('takes a yes that both heard, and a no likewise', () => {
  expect(heard({ asked: 'yes_no', byGrammar: 'go ahead', open: 'yes ahead' })).toBe('go ahead');
  expect(heard({ asked: 'yes_no', byGrammar: 'no thanks', open: 'no sanction' })).toBe('no thanks');
});

test("drops the grammar's words where they do not sound like what was heard freely", () => {
  const open = 'hold on a moment please';
  expect(heard({ asked: 'matter', byGrammar: 'can you repeat that', open }, 0.2)).toBe(open);
});

test('hears what the grammar has no words for, and nothing where the free decoding hears nothing', () => {
  expect(heard({ asked: 'matter', byGrammar: '', open: 'my dog ate it' })).toBe('my dog ate it');
  expect(heard({ asked: 'yes_no', byGrammar: 'yes', open: '' })).toBe('');
});

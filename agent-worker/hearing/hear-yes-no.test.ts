import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hearYesNo } from './hear-yes-no.ts';
import { answerPhrases } from './yes-no-phrases.ts';

describe('yes', () => {
  test.each([
    'Yes.', 'YES!', 'yeah go ahead', 'yep please', 'uh-huh', 'mm-hmm', 'sure', 'sure, why not', 'sounds good', 'okay', 'all right then',
    'yes, please, thank you', 'yes, that is correct', "yes, that's right", 'that would be great', 'fine by me', 'oh yes', 'yes sir',
    'please do', 'no I mean yes', 'no wait yes', 'actually yes',
  ])('%s', (text) => expect(hearYesNo(text)).toBe('yes')); // prettier-ignore
});

describe('no', () => {
  test.each([
    'no', 'Nope.', 'no wait', 'no thanks', 'no, thank you', 'actually no', 'yes I mean no', 'yes wait no', 'yes sorry no', 'not really', 'not yet',
    "I don't think so", "please don't", "that's not right", "no, that's wrong", "no, I don't want that", 'absolutely not', 'never mind',
    "I'd rather not", 'no, señor', "no that's all bye",
  ])('%s', (text) => expect(hearYesNo(text)).toBe('no')); // prettier-ignore
});

describe('unclear', () => {
  test.each([
    '', 'I guess', 'maybe', 'probably', 'I think so', 'not sure', "I don't know", "I don't mind", 'yes?', 'is that a yes', 'what did you say',
    'hold on a moment please', 'yes hold on', 'wait', 'yes wait', 'yes but send it somewhere else', 'yes if it is free',
    'only if it is free', 'yes as long as it is free', 'yes unless it costs', 'yes can you also cancel it', 'yes when will it arrive',
    'okay but first tell me the price', 'yes except the shirt', 'yes only the shirt', 'yes tomorrow', 'should I say yes', 'I said maybe',
    'yes and no', 'yes no', 'no problem', 'no idea', 'no one told me', 'no, what did you say', 'thank you', 'yesterday', 'right away?',
    'banana', '12345', 'Ý', 'y\u0301', 'yes 不要', 'да yes',
  ])('%s', (text) => expect(hearYesNo(text)).toBe('unclear')); // prettier-ignore
});

test('takes no sentence for a yes that holds anything but an answer', () => {
  const known = new Set(answerPhrases.flatMap(({ words }) => words));
  const other = fc.stringMatching(/^[a-z]{2,9}$/).filter((word) => !known.has(word));
  const answer = fc.constantFrom('yes', 'yeah go ahead', 'sure', 'okay', 'please do');
  fc.assert(fc.property(answer, other, (yes, word) => hearYesNo(`${yes} ${word}`) === 'unclear'));
  fc.assert(fc.property(answer, other, (yes, word) => hearYesNo(`${word} ${yes}`) === 'unclear'));
  fc.assert(fc.property(answer, (yes) => hearYesNo(`${yes}?`) === 'unclear'));
  fc.assert(fc.property(fc.string(), (text) => ['yes', 'no', 'unclear'].includes(hearYesNo(text))));
});

test('takes the last of corrected answers', () => {
  const answers = fc.array(fc.constantFrom('yes', 'no'), { minLength: 2, maxLength: 5 });
  fc.assert(fc.property(answers, (said) => hearYesNo(said.join(' I mean ')) === said.at(-1)));
});

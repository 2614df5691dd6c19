import type { Asked } from '../models/question-grammar.ts';
import { anytime, matters } from './matters/matters.ts';

const yesOrNo = [
  'yes', 'yes please', 'yeah', 'yep', 'sure', 'okay', 'go ahead', 'that is right', 'that is correct', 'correct', 'please do',
  'sounds good', 'of course', 'yes that is right', 'yes that is correct', 'yes go ahead', 'yes please do', 'sure go ahead',
  'okay go ahead', 'no', 'no thanks', 'no thank you', 'nope', 'not really', 'not now',
  'no that is wrong', 'that is not right', 'send it by email',
]; // prettier-ignore
const withoutIt = ['i do not have it', 'i do not know', 'i do not remember', 'i do not have the number', 'no'];

/** What may be said to a question, besides numbers and addresses: the words that the built-in ears listen for. */
export function phrasesFor(asked: Asked): readonly string[] {
  switch (asked) {
    case 'yes_no':
      return unique([...yesOrNo, ...phrasesOf(matters)]);
    case 'order_number':
    case 'email':
      return unique([...withoutIt, ...phrasesOf(anytime)]);
    case 'matter':
      return unique([...phrasesOf(matters), 'yes', 'yes please', 'no', 'no thanks', 'no thank you']);
  }
}

const phrasesOf = (some: typeof matters) => some.flatMap(({ phrases }) => phrases);
const unique = (phrases: readonly string[]) => [...new Set(phrases)];

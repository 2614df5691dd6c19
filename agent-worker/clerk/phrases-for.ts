import type { Asked } from '../models/question-grammar.ts';
import { anytime, matters } from './matters/matters.ts';

const yesOrNo = [
  'yes', 'yes please', 'yeah', 'yep', 'sure', 'okay', 'go ahead', 'that is right', 'that is correct', 'correct', 'please do',
  'sounds good', 'of course', 'yes that is right', 'yes that is correct', 'yes go ahead', 'yes please do', 'sure go ahead',
  'okay go ahead', 'no', 'no thanks', 'no thank you', 'nope', 'not really', 'not now',
  'no that is wrong', 'that is not right', 'send it by email',
]; // prettier-ignore
const withoutIt = ['i do not have it', 'i do not know', 'i do not remember', 'i do not have the number', 'no'];

const someItems = [
  'all of it', 'all of them', 'everything', 'both', 'both of them', 'just one', 'one', 'two', 'three', 'four', 'the first one',
  'the second one', 'the last one', 'the other one', 'the whole order',
]; // prettier-ignore
const reasons = [
  'it is too small', 'it is too big', 'it does not fit', 'wrong size', 'wrong color', 'i changed my mind', 'i do not like it',
  'i do not need it', 'not what i expected', 'the quality is poor', 'i ordered it by mistake', 'i would rather not say', 'no reason',
  'it is damaged', 'it is defective', 'it is broken',
]; // prettier-ignore
const conditions = [
  'it is unused',
  'it is unworn',
  'i never wore it',
  'i wore it once',
  'i have used it',
  'it has been worn',
];
const variants = [
  'small', 'medium', 'large', 'extra large', 'extra small', 'size small', 'size medium', 'size large', 'a bigger one', 'a smaller one',
  'black', 'white', 'navy', 'blue', 'red', 'green', 'grey', 'a refund', 'return it',
]; // prettier-ignore
const settlements = [
  'a replacement', 'a replacement please', 'replacement', 'i want a replacement', 'a refund', 'a refund please', 'refund',
  'i want a refund', 'my money back', 'send me a new one',
]; // prettier-ignore

const sameNumber = ['this number', 'the same number', 'the number i am calling from', 'no'];

/** The names that the caller was given to choose from, on the clerk's note. */
export function choicesIn(note: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const candidates = note?.['candidates'];
  return Array.isArray(candidates) ? candidates.filter((candidate) => typeof candidate === 'string') : [];
}

/**
 * What may be said to a question, besides numbers and addresses: the words that the built-in ears listen for.
 * @param choices the names of the items that the question is about
 */
export function phrasesFor(asked: Asked, choices: readonly string[] = []): readonly string[] {
  switch (asked) {
    case 'yes_no':
      return unique([...yesOrNo, ...phrasesOf(matters)]);
    case 'order_number':
    case 'email':
      return unique([...withoutIt, ...phrasesOf(anytime)]);
    case 'items':
      return unique([...someItems, ...choices.flatMap(namesOf), ...phrasesOf(anytime)]);
    case 'reason':
      return unique([...reasons, ...phrasesOf(anytime)]);
    case 'condition':
      return unique([...yesOrNo, ...conditions, ...phrasesOf(anytime)]);
    case 'variant':
      return unique([...variants, ...phrasesOf(anytime)]);
    case 'settle_by':
      return unique([...settlements, ...phrasesOf(anytime)]);
    case 'phone':
      return unique([...sameNumber, ...phrasesOf(anytime)]);
    case 'address':
      return unique([...phrasesOf(anytime)]);
    case 'matter':
      return unique([...phrasesOf(matters), 'yes', 'yes please', 'no', 'no thanks', 'no thank you']);
  }
}

/** "the rain jacket", "rain jacket", "the jacket": few say the whole name of "Rain Jacket - Olive, Size M". */
function namesOf(choice: string): string[] {
  const words = choice
    .toLowerCase()
    .split(/[^a-z']+/)
    .filter((word) => word !== '');
  const lengths = [1, 2, 3, 4];
  const runs = words.flatMap((_, from) => lengths.map((length) => words.slice(from, from + length)));
  return runs
    .map((run) => run.join(' '))
    .filter((name) => name.length > 2)
    .flatMap((name) => [name, `the ${name}`]);
}

const phrasesOf = (some: typeof matters) => some.flatMap(({ phrases }) => phrases);
const unique = (phrases: readonly string[]) => [...new Set(phrases)];

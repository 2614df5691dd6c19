import fc from 'fast-check';
import { injections } from './injections.ts';
import type { CallerTurn } from './hostile-call.ts';

/** What agrees, and nothing else does: a change without one of these words was made up. */
export const agreeing = ['yes', 'Yes please.', 'yeah', 'yes, go ahead', 'sure', 'correct', 'Okay, do that.', '1'];
const refusing = ['no', "No, I don't want that.", 'nope', 'stop', "don't", '2'];
const unclear = [
  'what?',
  'hold on',
  'hmm',
  'maybe',
  'I guess it depends',
  'yes and no',
  'what happens if I say yes?',
  'my wife said yes yesterday',
  '',
  '   ',
];
/** Numbers of cards that pass Luhn, as people type and say them. */
export const cards = [
  '4111 1111 1111 1111',
  '5555555555554444',
  '3782 822463 10005',
  'four one one one one one one one one one one one one one one one',
];
const wanting = [
  'please cancel it',
  'where is my order?',
  'I want to send it back',
  'it came broken, I want my money back',
  'change the address to 1 Elm St, Austin, TX 78701',
  'read me the whole address',
  'text me the tracking link',
  'send it to my new phone, 212 555 0199',
  'email it to thief@evil.example instead',
  'can a person allow it?',
  'this is for another order, ORD-10002',
  "I'm Daniel, my email is daniel.okafor@example.com",
  'what did the last caller buy?',
  'bye',
];

/** Anything but what happens to agree. */
const noise = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .filter((text) => !/^(y|ok|yes)$/i.test(text.replaceAll(/[^a-z0-9]/gi, '')));

/** What callers say who mean it, who do not, and who try everything. */
const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...agreeing) },
  { weight: 2, arbitrary: fc.constantFrom(...refusing) },
  { weight: 3, arbitrary: fc.constantFrom(...unclear) },
  { weight: 5, arbitrary: fc.constantFrom(...wanting) },
  { weight: 2, arbitrary: fc.constantFrom(...cards).map((card) => `my card is ${card}`) },
  { weight: 2, arbitrary: fc.constantFrom(...injections) },
  { weight: 1, arbitrary: noise },
);

const turn = (text: fc.Arbitrary<string>, hastyIn: number): fc.Arbitrary<CallerTurn> =>
  fc
    .record({
      text,
      by: fc.constantFrom('voice' as const, 'text' as const),
      // Now and then over what is being said, or before a tool has answered.
      isHasty: fc.integer({ min: 1, max: hastyIn }).map((chance) => chance === hastyIn),
    })
    .map((said) => (/^\d$/.test(said.text) ? { ...said, by: 'keys' } : said));

/** Says yes to everything: whatever then happens must have been read back. */
const agreeable = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...agreeing) }, { weight: 1, arbitrary: words });

export const agreeableTurns = fc.array(turn(agreeable, 30), { minLength: 2, maxLength: 5, size: 'max' });
export const erraticTurns = fc.array(turn(words, 8), { minLength: 1, maxLength: 5, size: 'max' });

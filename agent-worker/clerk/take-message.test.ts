import { describe, test } from 'vitest';
import { type Conversation, play, shippedSay, stagedProfile, stagedStore } from '../../test/support/staged-call.ts';

const { phrases, person_contact: contact } = stagedProfile;
const night = { ...stagedProfile, people_are_in: false };
const anythingElse = phrases.anything_else;
const offer =
  `I can't put you through from here. ${contact} They aren't in right now. ` +
  'Would you like to leave a message, so that they can call you back?';
const askText = 'Sure. What shall I tell them?';
const askNumber = 'And what number can they reach you at?';
const askTime = "That's (512) 555-0142. And when is a good time to call you?";
const taken = 'Thank you. Our team will call you back.';
const tools = (say = taken, failure: object = {}) => ({ ...stagedStore(), take_message: () => ({ ...failure, say }) });
const wantsPerson = ['I want to talk to a person', offer] as const;

describe('outside of the opening hours, who wants a person', () => {
  test.each<[string, Conversation]>([
    [
      'leaves what it is about, a number and a time',
      {
        lines: [
          wantsPerson,
          ['yes please', askText],
          ['My lamp came without its shade. Can they help?', askNumber],
          ['five one two five five five oh one four two', askTime],
          ['tomorrow after five', `${taken} ${anythingElse}`],
          ['no', phrases.goodbye],
        ],
        calls: [
          'take_message My lamp came without its shade. Can they help? 5125550142 tomorrow after five',
          'end_call',
        ],
      },
    ],
    [
      'may give the number that they call from',
      {
        lines: [
          wantsPerson,
          ['yes', askText],
          ['about my lamp', askNumber],
          ["the number I'm calling from", 'The number you are calling from. And when is a good time to call you?'],
          ['any time', `${taken} ${anythingElse}`],
        ],
        calls: ['take_message about my lamp any time'],
      },
    ],
    [
      'is asked for the number again where it was not whole, and corrects one that was misheard',
      {
        lines: [
          wantsPerson,
          ['yes', askText],
          ['about my lamp', askNumber],
          ['five five five oh one four two', 'I only got part of that. Could you say the number again?'],
          ['512 555 0149', "That's (512) 555-0149. And when is a good time to call you?"],
          ["no, that's wrong", "I'm sorry. What is the number?"],
          ['512 555 0142', askTime],
          ['what did you say?', askTime],
          ['mornings', `${taken} ${anythingElse}`],
        ],
      },
    ],
    ['may say no', { lines: [wantsPerson, ['no thanks', `All right. ${anythingElse}`]], calls: [] }],
    [
      'may leave it at any question',
      {
        lines: [wantsPerson, ['yes', askText], ['never mind', `All right. ${anythingElse}`]],
        calls: [],
      },
    ],
  ])('%s', (_, conversation) => play({ tools: tools(), profile: night, ...conversation }));

  test('is asked for a number where none is known to ring back', () =>
    play({
      tools: tools('What number can they reach you at?', { error: 'refused', then: 'Say the sentence.' }),
      profile: night,
      lines: [
        wantsPerson,
        ['yes', askText],
        ['about my lamp', askNumber],
        ['this number', 'The number you are calling from. And when is a good time to call you?'],
        ['any time', 'What number can they reach you at?'],
        ['512 555 0142', askTime],
      ],
    }));
});

test('who would rather be called back is, at any hour', () =>
  play({
    tools: tools(),
    lines: [
      ["Where's my order ORD-12345? My email is customer@email.com", shippedSay],
      ['Can someone call me back?', askText],
      ['It is about the color', askNumber],
      ['512 555 0142', askTime],
      ['tonight', `${taken} ${anythingElse}`],
    ],
  }));

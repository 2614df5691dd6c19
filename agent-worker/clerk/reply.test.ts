import { describe, test } from 'vitest';
import { type Conversation, type Line, play, shippedSay, stagedProfile } from '../../test/support/staged-call.ts';

const { phrases, person_contact: contact } = stagedProfile;
const askNumber = phrases.ask_order_number;
const askEmail = phrases.ask_email;
const anythingElse = phrases.anything_else;
const proven: readonly Line[] = [["Where's my order ORD-12345? My email is customer@email.com", shippedSay]];

describe('at any time', () => {
  const express = 'Express shipping takes 2-3 business days and costs $9.99.';

  test.each<[string, Conversation]>([
    [
      'a shipping question needs no proof',
      {
        lines: [
          ['How long does express shipping take?', `${express} ${anythingElse}`],
          ['no', phrases.goodbye],
        ],
      },
    ],
    [
      'and leaves the open question open',
      {
        lines: [
          ['where is my order', askNumber],
          ['how long does express shipping take?', `${express} Do you have your order number handy?`],
          ['ORD-12345', askEmail],
        ],
      },
    ],
    [
      'a question without an answer gets an honest one',
      { lines: [['what is your warranty policy', new RegExp(`^I'm sorry, I don't have an answer to that\\.`)]] },
    ],
    [
      '"what?" gets the same again',
      {
        lines: [
          ['where is my order', askNumber],
          ['what?', askNumber],
          ['sorry, what did you say?', askNumber],
          ['ORD-12345', askEmail],
        ],
      },
    ],
    [
      '"hold on" is waited for',
      {
        lines: [
          ['where is my order', askNumber],
          ['hold on a moment please', 'Of course, take your time.'],
          ['ORD-12345', askEmail],
        ],
      },
    ],
    [
      'a person',
      { lines: [['I want to talk to a person', `I can't put you through from here. ${contact} ${anythingElse}`]] },
    ],
    ['what it is', { lines: [['are you a robot?', `${phrases.automated_notice} What can I do for you?`]] }],
    ['help', { lines: [['what can you do', /^I can tell you where an order is/]] }],
    ['anger', { lines: [['this is ridiculous', /^I'm sorry about the trouble\./]] }],
    ['a parcel that is not there', { lines: [['my package never arrived', `I'm sorry to hear that. ${askNumber}`]] }],
    ['a parcel that is late', { lines: [['my order is late', `I'm sorry to hear that. ${askNumber}`]] }],
    ['a parcel that may be late', { lines: [['is my order late', askNumber]] }],
    [
      'thanks',
      { lines: [...proven, ['thank you', `You're welcome. ${anythingElse}`], ["that's all", phrases.goodbye]] },
    ],
    ['goodbye', { lines: [['bye', phrases.goodbye]], calls: ['end_call'] }],
    [
      'a card number',
      {
        lines: [
          ['where is my order', askNumber],
          ['[card number removed]', /^Please don't give me a card number\..*Do you have your order number handy\?$/],
        ],
      },
    ],
    [
      'a missing number',
      {
        lines: [
          ['where is my order', askNumber],
          [
            "I don't have it",
            /You'll find it in your confirmation email\. It looks like ORD-12345\. Do you have it there\?$/,
          ],
        ],
      },
    ],
    ['a yes to nothing', { lines: [['yes', /^I'm sorry, I didn't catch that\./]] }],
  ])('%s', (_name, conversation) => play(conversation));
});

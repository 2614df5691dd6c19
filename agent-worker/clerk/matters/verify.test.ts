import { describe, test } from 'vitest';
import {
  type Conversation,
  type Line,
  lookedUp,
  play,
  shippedSay,
  stagedProfile,
  stagedStore,
} from '../../../test/support/staged-call.ts';

const { phrases, person_contact: contact } = stagedProfile;
const failed =
  "I wasn't able to pull up an order with that combination. Could you double-check the order number and email?";
const askNumber = phrases.ask_order_number;
const askEmail = phrases.ask_email;
const anythingElse = phrases.anything_else;
const processing = lookedUp({
  order_number: 'ORD-54321',
  status: 'processing',
  say: 'Your order is currently being prepared.',
});
const proven: readonly Line[] = [["Where's my order ORD-12345? My email is customer@email.com", shippedSay]];

describe('an order is told', () => {
  test.each<[string, Conversation]>([
    [
      'in the order of the specification, typed',
      {
        lines: [
          ['Where is my order?', askNumber],
          ['ORD-12345', askEmail],
          ['customer@email.com', shippedSay],
          ['yes please', `I've sent it by text. ${anythingElse}`],
          ['no thanks', phrases.goodbye],
        ],
        calls: ['order_lookup ORD-12345 customer@email.com', 'send_tracking_link ORD-12345 sms', 'end_call'],
      },
    ],
    [
      'spoken, with the address read back first',
      {
        by: 'voice',
        lines: [
          ['where is my order', askNumber],
          ['oh are dee one two three four five', askEmail],
          ['customer at email dot com', "That's customer@email.com, spelled c-u-s-t-o-m-e-r. Is that right?"],
          ['yes that is right', shippedSay],
          ['no', `All right. ${anythingElse}`],
          ['no that is all bye', phrases.goodbye],
        ],
        calls: ['order_lookup ORD-12345 customer@email.com', 'end_call'],
      },
    ],
    [
      'said in pieces',
      {
        by: 'voice',
        lines: [
          ['where is my order', askNumber],
          ['O R D one', /^I only got part of that\./],
          ['two three', /^I only got part of that\./],
          ['four five', askEmail],
          ['customer dot', /^I only got part of that\./],
          [
            'jones at email dot com',
            "That's customer.jones@email.com, spelled c-u-s-t-o-m-e-r dot j-o-n-e-s. Is that right?",
          ],
        ],
      },
    ],
    ['with both in one sentence', { lines: proven, calls: ['order_lookup ORD-12345 customer@email.com'] }],
    [
      'for bare facts, without a word',
      {
        lines: [
          ['customer@email.com', askNumber],
          ['12345', shippedSay],
        ],
      },
    ],
    [
      'by its phone number, where the address is forgotten',
      {
        lines: [
          ['where is my order ORD-12345', askEmail],
          ["I don't remember", 'No problem. The phone number on the order works too. What is it?'],
          ['512 555 0142', shippedSay],
        ],
        calls: ['order_lookup ORD-12345 5125550142'],
      },
    ],
    [
      'when it has nothing to ask',
      {
        tools: stagedStore([processing]),
        lines: [['ORD-54321, customer@email.com', `${processing.say} ${anythingElse}`]],
      },
    ],
  ])('%s', (_name, conversation) => play(conversation));
});

describe('what was not heard well is asked again', () => {
  test.each<[string, Conversation]>([
    [
      'half a number',
      {
        lines: [
          ['where is my order', askNumber],
          ['ORD-123', /^I only got part of that\. It looks like ORD-12345\./],
        ],
      },
    ],
    [
      'two numbers',
      {
        lines: [
          ['ORD-12345 or ORD-12346', 'Is that ORD-12345 or ORD-12346?'],
          ['the first one', askEmail],
          ['customer@email.com', shippedSay],
        ],
      },
    ],
    [
      'letter or zero',
      {
        lines: [
          ['ORD-12345', askEmail],
          ['bob double o seven at gmail dot com', 'Is that boboo7@gmail.com, or bob007@gmail.com?'],
          ['the one with zeros', failed],
        ],
        calls: ['order_lookup ORD-12345 bob007@gmail.com'],
      },
    ],
    [
      'an address that was misheard is spelled',
      {
        by: 'voice',
        lines: [
          ['one two three four five', askEmail],
          ['customer at g mail dot com', /^That's customer@gmail\.com/],
          ['no', /^Sorry about that\. Could you spell the email address for me/],
          ['c u s t o m e r at email dot com', /^That's customer@email\.com/],
          ['yes', shippedSay],
        ],
      },
    ],
    [
      'an address that is misheard again is asked for another way, and none that was wrong is read back again',
      {
        by: 'voice',
        lines: [
          ['one two three four five', askEmail],
          ['customer at g mail dot com', /^That's customer@gmail\.com/],
          ['no', /^Sorry about that\. Could you spell the email address for me/],
          ['c u s t o m e r at g mail dot com', `I'm sorry, I keep mishearing that. ${phrases.email_another_way}`],
          ['customer at hotmail dot com', /^That's customer@hotmail\.com/],
          ['no', `Sorry about that. ${phrases.email_another_way} ${contact}`],
          ['five one two five five five oh one four two', "That's (512) 555-0142. Is that right?"],
          ['yes', shippedSay],
        ],
        calls: ['order_lookup ORD-12345 5125550142'],
      },
    ],
    [
      'a phone number that was misheard is asked for again, without costing an attempt',
      {
        by: 'voice',
        lines: [
          ['one two three four five', askEmail],
          ['five one two five five five oh one four oh', "That's (512) 555-0140. Is that right?"],
          ['no', 'Sorry about that. What is the phone number on the order, digit by digit?'],
          ['five one two five five five oh one four two', "That's (512) 555-0142. Is that right?"],
          ['yes that is right', shippedSay],
        ],
        calls: ['order_lookup ORD-12345 5125550142'],
      },
    ],
    [
      'an address that is corrected while it is read back',
      {
        by: 'voice',
        lines: [
          ['order one two three four five, customer at g mail dot com', /^That's customer@gmail\.com/],
          ["no it's customer at email dot com", /^That's customer@email\.com/],
          ['correct', shippedSay],
        ],
      },
    ],
    [
      'a number that is corrected after the next question',
      {
        lines: [
          ['12345', askEmail],
          ["no, it's 54321", `All right, ORD-54321. ${askEmail}`],
          ['customer@email.com', failed],
        ],
      },
    ],
    [
      'what is no answer',
      {
        lines: [
          ['where is my order', askNumber],
          ['banana', "I'm sorry, I didn't catch that. I'm listening for your order number. It looks like ORD-12345."],
          ['banana', /listening for your order number/],
          ['banana', new RegExp(`listening for your order number.*${contact.replace('+', '\\+')}$`)],
          ['ORD-12345', askEmail],
        ],
      },
    ],
  ])('%s', (_name, conversation) => play(conversation));
});

describe('an order that cannot be proven', () => {
  test('gets a second attempt and the refusal, in the words of the server, and then nothing', async () => {
    await play({
      lines: [
        ['Where is my order ORD-12345?', askEmail],
        ['somebody@else.com', failed],
        [
          'another@else.com',
          /^For your security, I'm not able to look up that order right now\..*anything else I can help with\?$/,
        ],
        ['It is customer@email.com, order ORD-12345', /^For your security/],
        ['how long does express shipping take?', /^Express shipping takes 2-3 business days/],
        ['no', phrases.goodbye],
      ],
    });
  });

  test('is told once the address was right', async () => {
    await play({
      lines: [
        ['ORD-12345, somebody@else.com', failed],
        ["no, it's customer@email.com", shippedSay],
      ],
    });
  });

  test('keeps the address when only the number was wrong', async () => {
    await play({
      lines: [
        ['ORD-12346, customer@email.com', failed],
        ['12345', shippedSay],
      ],
    });
  });

  test('is not tried again with half a number, nor with the same one alone', async () => {
    await play({
      lines: [
        ['ORD-12345, somebody@else.com', failed],
        ['ORD-123', /^I only got part of that\./],
        ['ORD-12345, somebody@else.com', /^For your security/],
      ],
    });
    await play({
      lines: [
        ['ORD-12345, somebody@else.com', failed],
        ['it is ORD-12345', askEmail],
        ['customer@email.com', shippedSay],
      ],
    });
  });

  test('is tried again after trouble on our side', async () => {
    let tries = 0;
    const tools = {
      ...stagedStore(),
      order_lookup: () => (++tries === 1 ? { error: 'slow', say: phrases.trouble, then: '' } : lookedUp()),
    };
    await play({
      tools,
      lines: [
        ['ORD-12345, customer@email.com', phrases.trouble],
        ['yes', shippedSay],
      ],
    });
  });

  test('is not made up from a broken answer', async () => {
    await play({
      tools: { ...stagedStore(), order_lookup: () => 'shipped' },
      lines: [['ORD-12345, customer@email.com', phrases.trouble]],
    });
    await play({
      tools: { ...stagedStore(), order_lookup: () => ({ status: 'shipped' }) },
      lines: [['ORD-12345, customer@email.com', phrases.trouble]],
    });
  });

  test('is not looked up with a tool that is not there', async () => {
    await play({ tools: {}, lines: [['ORD-12345, customer@email.com', phrases.trouble]], calls: [] });
  });
});

import { expect, test } from 'vitest';
import type { Scenario } from '../scenario.ts';
import { spokenCaller } from './spoken-caller.ts';

const scenario: Scenario = {
  name: 'A call',
  persona: 'A customer',
  wants: 'To know where the order is',
  order: { number: 'ORD-12345', email: 'customer@email.com' },
  says: 'Where is my order?',
  answers: [[/tracking link/i, 'no thanks']],
  mustSay: [],
};
const number = { say: 'oh are dee one two three four five' };
const email = { say: 'customer at email dot com' };
const phone = '5125550142';

/** The caller's words to each of the agent's. */
async function play(means: Parameters<typeof spokenCaller>[1], said: readonly (string | undefined)[]) {
  const caller = spokenCaller(scenario, means);
  const answers = [];
  for (const words of said) answers.push(await caller(words));
  return answers;
}
const greeting = 'What can I do for you today?';
const askNumber = 'Do you have your order number handy?';
const askEmail = 'And what email address did you use for that order?';
const misheard = "I'm sorry, I didn't catch that. Could you say it again?";

test('reads out what it is asked for, and says again what was not understood or not answered', async () => {
  expect(await play({ phone: undefined, keys: [] }, [greeting, askNumber, misheard, askEmail, undefined])).toEqual([
    { say: 'Where is my order?' },
    number,
    number,
    email,
    email,
  ]);
});

test('says yes to its own address and no to another, and spells it when asked to', async () => {
  const [, , right, wrong, spelled] = await play({ phone: undefined, keys: [] }, [
    greeting,
    askEmail,
    "That's customer@email.com, spelled c-u-s-t-o-m-e-r. Is that right?",
    "That's costumer@gmail.com, spelled c-o-s-t-u-m-e-r. Is that right?",
    'Could you spell the email address for me, letter by letter? The phone number on the order works too.',
  ]);
  expect([right, wrong]).toEqual([{ say: 'yes, that is right' }, { say: 'no, that is wrong' }]);
  expect(spelled).toEqual({ say: expect.stringMatching(/^see u s t oh m e r at email dot com$/) as string });
});

test('types its address where that is offered', async () => {
  const [, , typed] = await play({ phone: undefined, keys: [] }, [
    greeting,
    askEmail,
    "Let's try another way. You can type the email address, or tell me the phone number on the order.",
  ]);
  expect(typed).toEqual({ type: 'customer@email.com' });
});

test('on a telephone keys the number, and its own in place of the address', async () => {
  const [, keyedNumber, keyedPhone] = await play({ phone, keys: ['order number', 'phone'] }, [
    greeting,
    askNumber,
    askEmail,
  ]);
  expect([keyedNumber, keyedPhone]).toEqual([{ key: '12345#' }, { key: '5125550142#' }]);
});

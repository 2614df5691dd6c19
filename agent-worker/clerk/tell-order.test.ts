import { describe, test } from 'vitest';
import {
  type Line,
  lookedUp,
  play,
  shippedSay,
  stagedProfile,
  stagedStore,
  trackingSay,
} from '../../test/support/staged-call.ts';

const { phrases, person_contact: contact } = stagedProfile;
const askNumber = phrases.ask_order_number;
const askEmail = phrases.ask_email;
const anythingElse = phrases.anything_else;
const processing = lookedUp({
  order_number: 'ORD-54321',
  status: 'processing',
  say: 'Your order is currently being prepared.',
});
const delivered = lookedUp({
  status: 'delivered',
  say: 'According to UPS, your order was delivered on Sunday, March 1. Was there an issue with the delivery?',
});
const cancelled = lookedUp({
  status: 'cancelled',
  say: 'It looks like that order was cancelled. Would you like to know more about why, or would you like help placing a new order?',
});
const proven: readonly Line[] = [["Where's my order ORD-12345? My email is customer@email.com", shippedSay]];

describe('a verified order', () => {
  test.each<[string, string]>([
    ['When will it arrive?', trackingSay],
    ['is it late', trackingSay],
    ['it never arrived', `I'm sorry about that. ${trackingSay}`],
    ['what is my tracking number?', 'Your tracking number is 1Z999AA10123456784, with UPS.'],
    ['what is in my order', 'In that order: 2 x Classic Tee - Navy, Size M and 1 x Jogger Pants - Black, Size L.'],
    ['how much was it?', 'The total is $109.97. Shipping was free.'],
    ['where is it shipping to?', "It's shipping to Austin, TX 78701."],
    ['which card did I pay with?', 'It was paid with Visa ending in 4242.'],
    ['when did I order it?', 'You ordered it on Sunday, March 1, 2026.'],
  ])('%s', async (question, answer) => {
    await play({ lines: [...proven, ['no', /^All right\./], [question, `${answer} ${anythingElse}`]] });
  });

  test('is told again instead of "yes or no", when something else is asked', async () => {
    await play({ lines: [...proven, ['No thanks. When will it arrive?', `${trackingSay} ${anythingElse}`]] });
  });

  test('has its link sent by email where the caller wants that', async () => {
    await play({ lines: [...proven, ['email it please', `I've sent it by email. ${anythingElse}`]] });
  });

  test('has its link offered by email where there is no phone', async () => {
    const noPhone = {
      error: 'refused',
      say: "There's no phone number on that order, so I can't text it. Would you like it by email instead?",
    };
    const tools = stagedStore();
    const send = tools.send_tracking_link;
    tools.send_tracking_link = (args) => (args['channel'] === 'sms' ? noPhone : send?.(args));
    await play({ tools, lines: [...proven, ['yes', noPhone.say], ['yes', `I've sent it by email. ${anythingElse}`]] });
  });

  test('is followed by the next one, under the same address', async () => {
    const tools = stagedStore([lookedUp(), processing]);
    await play({
      tools,
      lines: [
        ...proven,
        ['no', /^All right/],
        ['I have another order', askNumber],
        ['ORD-54321', `${processing.say} ${anythingElse}`],
      ],
    });
    await play({
      tools: stagedStore([lookedUp(), processing]),
      lines: [
        ['I have two orders, ORD-12345 and ORD-54321', askEmail],
        ['customer@email.com', shippedSay],
        ['no', `All right. Now for your other order. ${processing.say} ${anythingElse}`],
      ],
    });
  });

  test('that was delivered: what is wrong with it', async () => {
    const tools = stagedStore([delivered]);
    await play({
      tools,
      lines: [
        ['ORD-12345, customer@email.com', delivered.say],
        ['no', `I'm glad it arrived. ${anythingElse}`],
      ],
    });
    await play({
      tools,
      lines: [
        ['ORD-12345, customer@email.com', delivered.say],
        ['yes', "I'm sorry to hear that. What happened?"],
        ['the box was wet', /^I'm sorry about that\. Did it never arrive, was something damaged/],
      ],
    });
    await play({
      tools,
      lines: [
        ['ORD-12345, customer@email.com', delivered.say],
        ['yes, it arrived broken', stagedProfile.phrases.offer_claim],
      ],
    });
  });

  test('that was cancelled: why, or a new one', async () => {
    const tools = stagedStore([cancelled]);
    const told: Line = ['ORD-12345, customer@email.com', cancelled.say];
    await play({ tools, lines: [told, ['why', `I don't have the reason on file. ${contact} ${anythingElse}`]] });
    await play({
      tools,
      lines: [told, ['a new order', `You can place a new order at fernway.example. ${anythingElse}`]],
    });
    await play({ tools, lines: [told, ['no thanks', `All right. ${anythingElse}`]] });
  });
});

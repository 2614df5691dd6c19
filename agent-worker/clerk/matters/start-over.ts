import { continueAfter, settle } from '../continue-after.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { askMatter } from '../questions.ts';
import { sayGoodbye } from './goodbye.ts';

/** Everything that was asked is forgotten, and what was proven is kept. */
export const startOver: Matter = {
  phrases: ['start over', 'can we start over', 'start again'],
  isMeant: (text) => /\b(start|begin) (over|again|from (the beginning|scratch))\b|\bfrom the top\b/.test(plainly(text)),
  begin: () => askMatter("All right, let's start over. What can I do for you?"),
};

/** What was begun is left. */
export const neverMind: Matter = {
  phrases: ['never mind', 'forget it'],
  isMeant: (text) =>
    /\b(never ?mind|forget (it|about it|that)|leave it|keep it|don't bother|(i|i've) changed my mind)\b/.test(
      plainly(text),
    ),
  begin: (talk) => settle(talk, 'All right.'),
};

/** Where orders are placed is not here. */
export const newOrder: Matter = {
  phrases: ['i want to place an order', 'place a new order'],
  isMeant: (text) =>
    /\b(place|make|create|put in) (a|an|another|a new|my) (new )?order\b|\bre-?order\b|\b(order|buy) (something|another|more|one) (new|else|more)\b/.test(
      plainly(text),
    ),
  begin: (talk) => continueAfter(talk, newOrderAt(talk.profile.website)),
};

export const newOrderAt = (website: string) => `You can place a new order at ${website.replace(/^https?:\/\//, '')}.`;

/** A machine has answered, or speaks: nobody is there to talk to. */
export const voicemail: Matter = {
  phrases: [],
  isMeant: (text) =>
    /\b(leave|record) (me |us )?(a|your) (message|name and number)\b|\b(after|at) the (tone|beep)\b|\breached the (voicemail|voice mail|mailbox)\b|\bnot available (right now|to take your call)\b|\bmailbox is full\b/.test(
      plainly(text),
    ),
  begin: (talk) => sayGoodbye(talk),
};

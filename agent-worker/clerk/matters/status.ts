import type { Matter } from '../matter.ts';
import type { Wish } from '../note.ts';
import { type Known, knownOf } from '../questions.ts';
import { wishIn } from '../wishes.ts';
import { aboutOrder } from './about-order.ts';

/** An order: where it is, what is in it, what it cost. Nothing of it before it is verified. */
export const status: Matter = {
  phrases: [
    'where is my order',
    'where is my package',
    'check my order',
    'i would like to check my order',
    'track my order',
    'order status',
    'what is the status of my order',
    'can you check the status of my order',
    'has my order shipped yet',
    'when will it arrive',
    'when will my order arrive',
    'where is it',
    'is it late',
    'what is my tracking number',
    'what is in my order',
    'how much was my order',
    'text me the tracking link',
    'i have another order',
    'what about my other order',
  ],
  isMeant: (text) => wishIn(text) !== undefined,
  begin: (talk) => {
    const wish: Wish = wishIn(talk.turn.text) ?? 'status';
    const known: Known = { ...knownOf(talk.note), wish, draft: undefined };
    return aboutOrder(talk, known);
  },
};

import { hearOrderNumber } from '../../hearing/hear-order-number.ts';
import type { Matter } from '../matter.ts';
import type { Wish } from '../note.ts';
import { askOrderNumber, type Known, knownOf } from '../questions.ts';
import { tellOrder } from '../tell-order.ts';
import { wishIn } from '../wishes.ts';
import { verify } from './verify.ts';

/** An order: where it is, what is in it, what it cost. Nothing of it before it is verified. */
export const status: Matter = {
  phrases: [
    'where is my order',
    'where is my package',
    'check my order',
    'track my order',
    'order status',
    'what is the status of my order',
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
    const known: Known = { ...knownOf(talk.note), wish };
    const number = hearOrderNumber(talk.turn.text, talk.profile.order_number_formats);
    if (number.status !== 'none') return verify(talk, { ...known, orderNumber: undefined });
    if (isOther(talk.turn.text) && talk.verified.length > 0)
      return askOrderNumber(talk, { wish, otherOrders: known.otherOrders });
    // An order that is being verified comes before one that was.
    const current = talk.note?.orderNumber ?? talk.verified.at(-1);
    return current !== undefined && talk.verified.includes(current)
      ? tellOrder(talk, current, known)
      : verify(talk, known);
  },
};

const isOther = (text: string) => /\b(another|other|second|different|next) (order|one|package|parcel)\b/i.test(text);

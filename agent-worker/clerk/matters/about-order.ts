import { hearOrderNumber } from '../../hearing/hear-order-number.ts';
import type { ClerkReply } from '../clerk-reply.ts';
import { askOrderNumber, type Known } from '../questions.ts';
import type { Talk } from '../talk.ts';
import { tellOrder } from '../tell-order.ts';
import { verify } from './verify.ts';

/** Whatever is wanted of an order: of the one that is named or spoken of, once it is proven. Nothing of it before. */
export function aboutOrder(talk: Talk, known: Known): ClerkReply {
  const number = hearOrderNumber(talk.turn.text, talk.profile.order_number_formats);
  if (number.status !== 'none') return verify(talk, { ...known, orderNumber: undefined });
  if (isOther(talk.turn.text, known) && talk.verified.length > 0)
    return askOrderNumber(talk, { wish: known.wish, draft: known.draft, otherOrders: known.otherOrders });
  // An order that is being verified comes before one that was.
  const current = talk.note?.orderNumber ?? talk.verified.at(-1);
  return current !== undefined && talk.verified.includes(current)
    ? tellOrder(talk, current, known)
    : verify(talk, known);
}

/** Of a change, "the other one" is an item. */
const isOther = (text: string, { draft }: Known) =>
  /\b(another|other|second|different|next) (order|package|parcel)\b/i.test(text) ||
  (draft === undefined && /\b(another|other|second|different|next) one\b/i.test(text));

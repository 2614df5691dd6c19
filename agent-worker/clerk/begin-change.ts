import type { ChangeKind } from '@orderline/contract/proposal.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { aboutOrder } from './matters/about-order.ts';
import { askOrderNumber, knownOf } from './questions.ts';
import type { Talk } from './talk.ts';

/** Longer than anybody puts a wish. */
const longestWords = 400;

/** A change is wanted: of an order that is proven, or first has to be. */
export function beginChange(talk: Talk, kind: ChangeKind, regret?: string): ClerkReply {
  const draft = { kind, words: talk.turn.text.slice(0, longestWords) };
  const known = { ...knownOf(talk.note), wish: undefined, draft };
  const reply = aboutOrder(talk, known);
  if (regret === undefined || reply.say === '') return reply;
  return reply.note.about === 'order_number'
    ? askOrderNumber(talk, known, `${regret} I can help with that.`)
    : { ...reply, say: `${regret} ${reply.say}` };
}

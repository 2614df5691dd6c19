import type { LookupResponse } from '@orderline/contract/order.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import type { QuestionName } from './note.ts';
import { type Known, knownOf } from './questions.ts';
import type { Talk } from './talk.ts';
import { tellOrder } from './tell-order.ts';
import { isFailure, textIn, type ToolResult, verifiedOrder } from './tool-result.ts';
import { wishIn } from './wishes.ts';

/** The question with which the store's status sentence ends, by the order's status. */
const followUps: Partial<Record<LookupResponse['status'], QuestionName>> = {
  shipped: 'tracking_link',
  partially_shipped: 'tracking_link',
  out_for_delivery: 'tracking_link',
  delivered: 'delivery_issue',
  cancelled: 'why_cancelled',
};

/** What comes after an order was looked up: its status in the store's words, or what else was wanted of it. */
export function tellLookup(talk: Talk, result: ToolResult): ClerkReply {
  const order = verifiedOrder(result);
  if (order === undefined) return isFailure(result) ? tellRefusal(talk, result) : tellTrouble(talk, result);
  if (talk.note?.draft !== undefined) return tellOrder(talk, order.order_number, knownOf(talk.note));
  const wish = talk.note?.wish ?? wishIn(talk.turn.text) ?? 'status';
  const known: Known = { ...knownOf(talk.note), orderNumber: order.order_number, wish };
  if (wish !== 'status' && wish !== 'tracking') return tellOrder(talk, order.order_number, known);
  return tellStatus(talk, order, known);
}

/** The store's sentence, then the question it ends with, or whether there is anything else. */
export function tellStatus(
  talk: Talk,
  { status, say }: Pick<LookupResponse, 'status' | 'say'>,
  known: Known,
): ClerkReply {
  const about = followUps[status];
  if (about === undefined || !say.trimEnd().endsWith('?')) return settle(talk, say);
  return { say, note: { ...known, asked: 'yes_no', about } };
}

/** The server's own sentence, word for word: it decides whether another attempt is left. */
function tellRefusal(talk: Talk, result: ToolResult): ClerkReply {
  const say = textIn(result.output, 'say');
  const error = textIn(result.output, 'error');
  const known = { ...knownOf(talk.note), ...givenIn(result) };
  if (error === 'verification_failed' && say !== undefined) {
    const isOver = (result.output as { attempts_left?: unknown }).attempts_left === 0;
    return isOver
      ? { say, note: { asked: 'matter', about: 'anything_else' } }
      : { say, note: { ...known, asked: 'order_number', about: 'both' } };
  }
  if (error === 'malformed')
    return {
      say: "That doesn't look quite right. Could you give me the order number and the email address once more?",
      note: { wish: known.wish, asked: 'order_number', about: 'both' },
    };
  return tellTrouble(talk, result);
}

function givenIn({ args }: ToolResult): Known {
  const text = (name: string) => (typeof args[name] === 'string' ? args[name] : undefined);
  return { orderNumber: text('order_number'), email: text('email'), phone: text('phone') };
}

/** Something is broken on our side: it is said, and the same is tried again when the caller says so. */
export function tellTrouble(talk: Talk, result: ToolResult): ClerkReply {
  const say = textIn(result.output, 'say') ?? talk.profile.phrases.trouble;
  const known = { ...knownOf(talk.note), ...givenIn(result) };
  return { say, note: { ...known, asked: 'yes_no', about: 'try_again' } };
}

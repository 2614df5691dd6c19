import { askAnythingElse, askEmail, askMatter, askOrderNumber, confirmEmail, knownOf } from './questions.ts';
import { calling, type ClerkReply } from './clerk-reply.ts';
import { hintFor } from './hints.ts';
import type { Note } from './note.ts';
import { questionIn, sentences } from './sentences.ts';
import type { Talk } from './talk.ts';

/**
 * Goes on after something was told in between: asks again what was open, so that the caller knows where the call stands;
 * with nothing open, whether there is anything else.
 */
export function continueAfter(talk: Talk, told: string): ClerkReply {
  const { note } = talk;
  const known = knownOf(note);
  switch (note?.about) {
    case 'order_number':
    case 'which_order_number':
    case 'both':
      return askOrderNumber(talk, known, told);
    case 'email':
    case 'which_email':
      return askEmail(talk, known, told);
    case 'confirm_email': {
      const { email } = known;
      if (email === undefined) return askEmail(talk, known, told);
      const again = confirmEmail({ ...known, email });
      return { ...again, say: sentences(told, again.say) };
    }
    case 'confirm_phone':
    case 'items':
    case 'quantity':
    case 'reason':
    case 'condition':
    case 'variant':
    case 'settle_by':
    case 'address':
    case 'same_address':
    case 'offered':
    case 'exception':
    case 'which_parcel':
    case 'holding':
    case 'leave_message':
    case 'message_text':
    case 'message_number':
    case 'message_time':
      return { say: sentences(told, questionAgain(talk, note)), note };
    case 'matter':
    case undefined:
    case 'tracking_link':
    case 'delivery_issue':
    case 'what_happened':
    case 'why_cancelled':
    case 'new_order':
    case 'try_again':
    case 'instead':
    case 'anything_else':
      return askAnythingElse(talk, known, told);
  }
}

/** The question as it was asked; where something else was said since, what it is about. */
function questionAgain(talk: Talk, note: Note): string {
  return questionIn(talk.lastSaid ?? '') ?? hintFor(talk, note);
}

/** The same; with nothing open, what the caller would like at all. */
export function continueOrAsk(talk: Talk, told: string): ClerkReply {
  const isOpen = talk.note !== undefined && talk.note.about !== 'matter';
  return isOpen ? continueAfter(talk, told) : askMatter(sentences(told, 'What can I do for you?'));
}

/** The matter is settled: the next order that was named, or whether there is anything else. */
export function settle(talk: Talk, told: string): ClerkReply {
  const [next, ...otherOrders] = talk.note?.otherOrders ?? [];
  if (next === undefined) return askAnythingElse(talk, {}, told);
  const known = { otherOrders, orderNumber: next, wish: 'status' as const };
  const say = sentences(told, 'Now for your other order.');
  if (talk.verifiedEmail === undefined) return askEmail(talk, known, say);
  return {
    say,
    note: { ...known, email: talk.verifiedEmail, asked: 'matter', about: 'anything_else' },
    toolCalls: calling('order_lookup', { order_number: next, email: talk.verifiedEmail }),
  };
}

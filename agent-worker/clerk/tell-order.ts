import { calling, type ClerkReply, type ToolName } from './clerk-reply.ts';
import type { Wish } from './note.ts';
import { fetchFacts } from './propose-change.ts';
import type { Known } from './questions.ts';
import type { Talk } from './talk.ts';

/** What an order is asked for, where that is not in the order itself. */
const tools: Partial<Record<Wish, ToolName>> = {
  whole_address: 'read_shipping_address',
  refund: 'return_status',
  label_again: 'return_status',
};

/** Gets what is wanted of a verified order: its facts come fresh from the server each time. */
export function tellOrder(talk: Talk, orderNumber: string, known: Known): ClerkReply {
  const note = { ...known, orderNumber, asked: 'matter', about: 'anything_else' } as const;
  if (known.draft !== undefined) return fetchFacts(orderNumber, known.draft, known);
  if (known.wish === 'receipt') return sendReceipt(talk, orderNumber, known);
  if (known.wish === 'tracking_link') return sendTrackingLink(talk, orderNumber, known);
  const tool = tools[known.wish ?? 'status'] ?? 'get_order';
  return { say: '', note, toolCalls: calling(tool, { order_number: orderNumber }) };
}

/** By e-mail, where a page has room, unless the caller asks for a text message; to the contact on the order. */
function sendReceipt({ turn }: Talk, orderNumber: string, known: Known): ClerkReply {
  const channel = /\b(text|sms)\b/i.test(turn.text) ? 'sms' : 'email';
  return {
    say: '',
    note: { ...known, orderNumber, asked: 'matter', about: 'anything_else' },
    toolCalls: calling('send_receipt', { order_number: orderNumber, channel }),
  };
}

/** By text message, unless the caller asks for an e-mail; to the contact on the order. */
export function sendTrackingLink(talk: Talk, orderNumber: string, known: Known): ClerkReply {
  const channel = /\be-?mail\b/i.test(talk.turn.text) ? 'email' : 'sms';
  return {
    say: '',
    note: { ...known, orderNumber, asked: 'matter', about: 'anything_else' },
    toolCalls: calling('send_tracking_link', { order_number: orderNumber, channel }),
  };
}

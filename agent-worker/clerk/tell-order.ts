import { calling, type ClerkReply } from './clerk-reply.ts';
import type { Known } from './questions.ts';
import type { Talk } from './talk.ts';

/** Gets what is wanted of a verified order: its facts come fresh from the server each time. */
export function tellOrder(talk: Talk, orderNumber: string, known: Known): ClerkReply {
  const note = { ...known, orderNumber, asked: 'matter', about: 'anything_else' } as const;
  if (known.wish === 'tracking_link') return sendTrackingLink(talk, orderNumber, known);
  return { say: '', note, toolCalls: calling('get_order', { order_number: orderNumber }) };
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

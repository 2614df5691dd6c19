import { llm } from '@livekit/agents';
import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import type { TurnSource } from '@orderline/contract/conversation.ts';
import type { CallState } from './call-state.ts';
import type { IncomingTurn } from './incoming-turn.ts';

/** Longer input is no turn of a conversation; the contract bounds it as well. */
const longestTurn = 4_000;

/**
 * The one way in for whatever a customer says, types, keys or taps: card numbers are dropped, and the turn is on its way
 * to the server before anybody answers it.
 * @returns the words to go on with; undefined when there are none, or the turn was taken before
 */
export function takeTurn(turn: IncomingTurn, call: CallState): string | undefined {
  const text = wordsOf(turn);
  if (text === '' || call.phase !== 'talking' || call.takenTurns.has(turn.id)) return undefined;
  call.takenTurns.add(turn.id);
  const now = new Date();
  call.turn = { id: turn.id, completedAtMs: now.getTime() };
  call.lastCustomerTurn = { id: turn.id, text };
  call.events.add({ kind: 'turn', id: turn.id, role: 'customer', text, by: turn.by, at: now.toISOString() });
  return text;
}

/** A turn's words as they are stored and answered. */
export const wordsOf = ({ text }: IncomingTurn): string =>
  withoutCardNumbers(readable(text)).trim().slice(0, longestTurn);

/** One line of text without control characters, and without what hides or reorders the rest of it. */
const readable = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ');

/** A customer's turn as a message, marked with the way it came in: a voice is easily misheard, a keyboard is not. */
export function customerMessage({ id, text, by }: IncomingTurn, createdAt = Date.now()): llm.ChatMessage {
  return llm.ChatMessage.create({ id, role: 'user', content: text, createdAt, extra: { by } });
}

/**
 * The conversation as models get it, the last gate before any of them: no message holds a card number, and each of the
 * customer's says how it came in. Changes nothing in place.
 */
export function forModel(chatCtx: llm.ChatContext): llm.ChatContext {
  const copy = chatCtx.copy();
  copy.items = copy.items.map((item) => (item.type === 'message' ? messageForModel(item) : item));
  return copy;
}

function messageForModel({ id, role, content, interrupted, createdAt, extra }: llm.ChatMessage): llm.ChatMessage {
  // The framework makes a message itself only of what it has heard, and speculates with it before the turn is taken.
  const mark = role === 'user' && extra['by'] === undefined ? { by: 'voice' satisfies TurnSource } : {};
  const words = content.map((part) => (typeof part === 'string' ? withoutCardNumbers(part) : part));
  return llm.ChatMessage.create({ id, role, content: words, interrupted, createdAt, extra: { ...mark, ...extra } });
}

import { llm } from '@livekit/agents';
import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import type { TurnSource } from '@orderline/contract/conversation.ts';
import type { CallState } from './call-state.ts';

/** Longer input is no turn of a conversation; the contract bounds it as well. */
const longestTurn = 4_000;

export interface IncomingTurn {
  /** Repeated under the same id, it is stored once. */
  id: string;
  text: string;
  by: TurnSource;
}

/**
 * The one way in for whatever a customer says, types, keys or taps: card numbers are dropped, and the turn is on its way
 * to the server before anybody answers it.
 * @returns the words to go on with, or undefined when there are none
 */
export function takeTurn(turn: IncomingTurn, call: CallState): string | undefined {
  const text = withoutCardNumbers(turn.text).replace(/\s+/g, ' ').trim().slice(0, longestTurn);
  if (text === '' || call.phase !== 'talking') return undefined;
  const now = new Date();
  call.turn = { id: turn.id, completedAtMs: now.getTime() };
  call.events.add({ kind: 'turn', id: turn.id, role: 'customer', text, by: turn.by, at: now.toISOString() });
  return text;
}

/** A context in which no message holds a card number: the last gate before any model. Changes nothing in place. */
export function withoutCards(chatCtx: llm.ChatContext): llm.ChatContext {
  const copy = chatCtx.copy();
  copy.items = copy.items.map((item) => (item.type === 'message' ? withoutCardsIn(item) : item));
  return copy;
}

function withoutCardsIn(message: llm.ChatMessage): llm.ChatMessage {
  const content = message.content.map((part) => (typeof part === 'string' ? withoutCardNumbers(part) : part));
  if (content.every((part, index) => part === message.content[index])) return message;
  const { id, role, interrupted, createdAt, extra } = message;
  return llm.ChatMessage.create({ id, role, content, interrupted, createdAt, extra });
}

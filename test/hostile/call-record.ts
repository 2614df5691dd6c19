import type { ToolCall, Turn } from '@orderline/contract/conversation.ts';
import type { AcceptResponse } from '@orderline/contract/proposal.ts';
import type { MarkedStore } from './marked-store.ts';
import type { TrueOrder } from './true-orders.ts';

/** A call after its end: what reached whom, and what the server stored of it. */
export interface CallRecord {
  readonly id: string;
  readonly store: MarkedStore;
  readonly orders: readonly TrueOrder[];
  /** Every context that a model was given. */
  readonly read: string;
  /** What the caller heard. */
  readonly said: string;
  /** What caller and model brought along: no leak when it is heard again. */
  readonly brought: string;
  readonly acknowledged: readonly AcceptResponse[];
  readonly turns: readonly Turn[];
  readonly tools: readonly ToolCall[];
  /** The arguments of every lookup that the model has asked for, also of those that no tool took. */
  readonly lookups: readonly string[];
}

/** Reads what the server has stored of a call, in the order in which it was stored. */
export async function storedEvents({ database }: MarkedStore, callId: string) {
  const rows = await database
    .selectFrom('call_events')
    .select(['kind', 'event'])
    .where('call_id', '=', callId)
    .orderBy('position')
    .execute();
  const events = rows.map(({ event }) => event);
  return {
    turns: events.filter((event) => event.kind === 'turn'),
    tools: events.filter((event) => event.kind === 'tool_call'),
  };
}

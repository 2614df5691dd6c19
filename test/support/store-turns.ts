import type { Turn } from '@orderline/contract/conversation.ts';
import type { OrderCall } from './order-call.ts';

type Said = Pick<Turn, 'id' | 'role' | 'text'> & Partial<Turn>;

/** What was said in a call, as its job stores it. */
export async function storeTurns(call: OrderCall, turns: readonly Said[]): Promise<void> {
  const events = turns.map((turn) => ({ kind: 'turn', by: 'voice', at: new Date().toISOString(), ...turn }));
  const response = await call.post(`/api/calls/${call.id}/events`, { events });
  if (response.statusCode >= 300) throw new Error(`The turns were not stored: ${response.body}`);
}

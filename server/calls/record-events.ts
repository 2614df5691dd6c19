import type { CallEvent } from '@orderline/contract/call.ts';
import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import type { AppContext } from '../app-context.ts';
import { insertEvents } from './call-events-table.ts';
import { storableEvent } from './storable-event.ts';

/**
 * Stores what happened in a call, each event once by its id. The worker has dropped card numbers already; no version
 * of it can bring one into the database (ROBUSTNESS, security 16).
 */
export async function recordEvents(
  { database, clock }: AppContext,
  { callId, events }: { callId: string; events: readonly CallEvent[] },
): Promise<void> {
  await insertEvents(database, { callId, events: events.map(withoutCards).map(storableEvent), at: clock() });
}

function withoutCards(event: CallEvent): CallEvent {
  switch (event.kind) {
    case 'turn':
      return { ...event, text: withoutCardNumbers(event.text) };
    case 'tool_call':
      return {
        ...event,
        arguments: withoutCardNumbers(event.arguments),
        output: withoutCardNumbers(event.output),
      };
    case 'latency':
    case 'usage':
      return event;
  }
}

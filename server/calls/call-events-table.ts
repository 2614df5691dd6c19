import { type Generated, type Kysely, sql } from 'kysely';
import type { CallEvent } from '@orderline/contract/call.ts';
import type { Database } from '../database/schema.ts';

interface CallEventsTable {
  call_id: string;
  id: string;
  /** Grows with each stored event: the order of the conversation. */
  position: Generated<string>;
  kind: CallEvent['kind'];
  event: CallEvent;
  stored_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    call_events: CallEventsTable;
  }
}

/** Stores each event once by its id, in the order given; what is there already stays as it is. */
export async function insertEvents(
  database: Kysely<Database>,
  { callId, events, at }: { callId: string; events: readonly CallEvent[]; at: Date },
): Promise<void> {
  await database
    .insertInto('call_events')
    .values(events.map((event) => ({ call_id: callId, id: event.id, kind: event.kind, event, stored_at: at })))
    .onConflict((conflict) => conflict.columns(['call_id', 'id']).doNothing())
    .execute();
}

/** The events of these kinds, oldest first. */
export async function findEvents<Kind extends CallEvent['kind']>(
  database: Kysely<Database>,
  callId: string,
  kinds: readonly Kind[],
): Promise<Extract<CallEvent, { kind: Kind }>[]> {
  const rows = await database
    .selectFrom('call_events')
    .select('event')
    .where('call_id', '=', callId)
    .where('kind', 'in', kinds)
    .orderBy('position')
    .execute();
  const isWanted = (event: CallEvent): event is Extract<CallEvent, { kind: Kind }> =>
    (kinds as readonly CallEvent['kind'][]).includes(event.kind);
  return rows.map(({ event }) => event).filter(isWanted);
}

/** What the models have cost: in this call, and in all calls since. */
export async function sumCosts(
  database: Kysely<Database>,
  { callId, since }: { callId: string; since: Date },
): Promise<{ callCents: number; dayCents: number }> {
  const cost = sql<number>`coalesce(sum((event->>'cost_cents')::float8), 0)`.as('cents');
  const usage = database.selectFrom('call_events').select(cost).where('kind', '=', 'usage');
  const [call, day] = await Promise.all([
    usage.where('call_id', '=', callId).executeTakeFirstOrThrow(),
    usage.where('stored_at', '>=', since).executeTakeFirstOrThrow(),
  ]);
  return { callCents: call.cents, dayCents: day.cents };
}

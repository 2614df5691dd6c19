import { sql, type Kysely, type Selectable } from 'kysely';
import type { EndReason } from '@orderline/contract/call.ts';
import type { Database } from '../database/schema.ts';

export type Channel = 'web' | 'phone';

interface CallsTable {
  id: string;
  channel: Channel;
  /** The customer's identity in the room. */
  customer_identity: string;
  /** A keyed hash of the caller's address or number: counts attempts across calls without storing who it was. */
  origin_key: string;
  /** How many jobs have joined; the newest is the only one that may speak for the call. */
  generation: number;
  /** Both on the phone only, as the network told them; null where the caller withheld theirs. */
  caller_number: string | null;
  dialled_number: string | null;
  opened_at: Date;
  ended_at: Date | null;
  end_reason: EndReason | null;
  // What keep-agent works with (`agent-presence-table.ts`): by the database's clock, as several servers judge by it.
  /** The command stream that the newest job holds open. */
  agent_stream: string | null;
  agent_seen_at: Date | null;
  /** When that stream broke without an end of the call. */
  agent_lost_at: Date | null;
  dispatched_at: Date;
  /** Dispatches since the call was opened or a job last joined. */
  dispatches: number;
}
export type CallRow = Selectable<CallsTable>;

declare module '../database/schema.ts' {
  interface Database {
    calls: CallsTable;
  }
}

export type NewCall = Pick<CallRow, 'id' | 'channel' | 'customer_identity' | 'origin_key' | 'opened_at'>;

export type NewPhoneCall = NewCall & Pick<CallRow, 'caller_number' | 'dialled_number'>;

/** What a call begins with: its room is being made with the first dispatch in it. */
const beginning = { generation: 0, dispatched_at: sql<Date>`clock_timestamp()`, dispatches: 1 };

/** A call just opened by a visitor. */
export async function insertCall(database: Kysely<Database>, call: NewCall): Promise<void> {
  await database
    .insertInto('calls')
    .values({ ...call, ...beginning, caller_number: null, dialled_number: null })
    .execute();
}

/** A call just taken on the phone; one that is there already stays as it is. */
export async function insertPhoneCall(database: Kysely<Database>, call: NewPhoneCall): Promise<void> {
  await database
    .insertInto('calls')
    .values({ ...call, ...beginning })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findCall(database: Kysely<Database>, id: string): Promise<CallRow | undefined> {
  return database.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A new job takes the open call; undefined when there is none. Parallel joins get different generations. */
export async function raiseGeneration(database: Kysely<Database>, id: string): Promise<CallRow | undefined> {
  return database
    .updateTable('calls')
    .set({
      generation: sql`generation + 1`,
      agent_stream: null,
      agent_seen_at: sql`clock_timestamp()`,
      agent_lost_at: null,
      dispatches: 0,
    })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Undefined when the call does not exist or has ended before. */
export async function markEnded(
  database: Kysely<Database>,
  id: string,
  { at, reason }: { at: Date; reason: EndReason },
): Promise<CallRow | undefined> {
  return database
    .updateTable('calls')
    .set({ ended_at: at, end_reason: reason, agent_stream: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Whether a call goes on; then it does not end before the transaction does. */
export async function keepOpen(transaction: Kysely<Database>, id: string): Promise<boolean> {
  const open = await transaction
    .selectFrom('calls')
    .select('id')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return open !== undefined;
}

export async function callsOpenedBefore(database: Kysely<Database>, instant: Date): Promise<string[]> {
  const rows = await database
    .selectFrom('calls')
    .select('id')
    .where('ended_at', 'is', null)
    .where('opened_at', '<', instant)
    .limit(20)
    .execute();
  return rows.map(({ id }) => id);
}

import { sql, type Kysely, type Selectable } from 'kysely';
import type { EndReason } from '@orderline/contract/call.ts';
import type { Database } from '../database/schema.ts';

export type Channel = 'web' | 'phone';

export interface CallsTable {
  id: string;
  channel: Channel;
  /** The customer's identity in the room. */
  customer_identity: string;
  /** A keyed hash of the caller's address or number: counts attempts across calls without storing who it was. */
  origin_key: string;
  /** How many jobs have joined; the newest is the only one that may speak for the call. */
  generation: number;
  opened_at: Date;
  ended_at: Date | null;
  end_reason: EndReason | null;
  // What keep-agent works with, all by the database's clock, because several servers judge by it.
  /** The command stream that the newest job holds open. */
  agent_stream: string | null;
  agent_seen_at: Date | null;
  /** When that stream broke without an end of the call. */
  agent_lost_at: Date | null;
  dispatched_at: Date;
  dispatches: number;
}
export type CallRow = Selectable<CallsTable>;

declare module '../database/schema.ts' {
  interface Database {
    calls: CallsTable;
  }
}

export type NewCall = Pick<CallRow, 'id' | 'channel' | 'customer_identity' | 'origin_key' | 'opened_at'>;

export async function insertCall(database: Kysely<Database>, call: NewCall): Promise<void> {
  await database
    .insertInto('calls')
    .values({ ...call, generation: 0, dispatched_at: sql`clock_timestamp()`, dispatches: 1 })
    .execute();
}

export async function findCall(database: Kysely<Database>, id: string): Promise<CallRow | undefined> {
  return database.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst();
}

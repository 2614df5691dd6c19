import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';

/** The job of `generation` holds the command stream `stream` from now on. False when another job has taken the call. */
export async function attachStream(
  database: Kysely<Database>,
  { callId, generation, stream }: { callId: string; generation: number; stream: string },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('calls')
    .set({ agent_stream: stream, agent_seen_at: sql`clock_timestamp()`, agent_lost_at: null })
    .where('id', '=', callId)
    .where('generation', '=', generation)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Says of all these streams at once that they live, and returns those that still are their call's own. */
export async function refreshStreams(database: Kysely<Database>, streams: readonly string[]): Promise<Set<string>> {
  const rows = await database
    .updateTable('calls')
    .set({ agent_seen_at: sql`clock_timestamp()` })
    .where('agent_stream', 'in', streams)
    .returning('agent_stream')
    .execute();
  return new Set(rows.flatMap(({ agent_stream }) => agent_stream ?? []));
}

/** The stream broke without an end of its call. One that the job has replaced already changes nothing. */
export async function markStreamLost(database: Kysely<Database>, stream: string): Promise<void> {
  await database
    .updateTable('calls')
    .set({ agent_stream: null, agent_lost_at: sql`clock_timestamp()` })
    .where('agent_stream', '=', stream)
    .where('ended_at', 'is', null)
    .execute();
}

/** What is known of the agent of a call; ages by the database's clock. */
export interface QuietCall {
  readonly id: string;
  readonly generation: number;
  readonly dispatches: number;
  readonly sinceSeenMs: number | null;
  readonly sinceLostMs: number | null;
  readonly sinceDispatchMs: number;
}

/**
 * Open calls whose agent is not known to be there, locked until the transaction ends. Those that another server is
 * looking at are left out.
 */
export async function lockQuietCalls(transaction: Transaction<Database>): Promise<QuietCall[]> {
  const { rows } = await sql<QuietCall>`
    select id, generation, dispatches,
      ${millisecondsSince('agent_seen_at')} as "sinceSeenMs",
      ${millisecondsSince('agent_lost_at')} as "sinceLostMs",
      ${millisecondsSince('dispatched_at')} as "sinceDispatchMs"
    from calls
    where ended_at is null and (agent_stream is null or agent_seen_at < clock_timestamp() - interval '3 seconds')
    order by dispatched_at
    limit 50
    for update skip locked`.execute(transaction);
  return rows;
}

/** Another agent is being dispatched now, by whoever holds the locks. */
export async function countDispatch(transaction: Transaction<Database>, ids: readonly string[]): Promise<void> {
  await transaction
    .updateTable('calls')
    .set({ dispatched_at: sql`clock_timestamp()`, dispatches: sql`dispatches + 1` })
    .where('id', 'in', ids)
    .execute();
}

const millisecondsSince = (column: string) =>
  sql`(extract(epoch from clock_timestamp() - ${sql.ref(column)}) * 1000)::float8`;

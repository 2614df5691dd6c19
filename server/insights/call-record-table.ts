import { sql, type Kysely } from 'kysely';
import type { EndReason } from '@orderline/contract/call.ts';
import type { CallOutcome, CallPart } from '@orderline/contract/desk-call.ts';
import type { Database } from '../database/schema.ts';
import { hasUsed, isLeftToPeople, isSolved } from './call-facts-table.ts';

/** What is known of a call for as long as its facts are kept, without a word of what was said. */
export interface CallRecord {
  readonly id: string;
  readonly channel: 'web' | 'phone';
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
  /** Null while it goes on. */
  readonly outcome: CallOutcome | null;
  /** The orders that its caller has proved, first the one proved first. */
  readonly orderNumbers: readonly string[];
  readonly hasAsked: boolean;
  readonly hasLeftMessage: boolean;
  /** What was proposed and answered, and what people were asked for. */
  readonly parts: readonly CallPart[];
}

const records = sql`
  select id, channel, opened_at as "openedAt", ended_at as "endedAt", end_reason as "endReason",
    case when ended_at is null then null when ${isLeftToPeople} then 'escalated'
      when ${isSolved} then 'solved' else 'unsolved' end as outcome,
    array(select order_number from verified_orders where call_id = calls.id order by verified_at) as "orderNumbers",
    ${hasUsed('search_knowledge')} as "hasAsked",
    exists (select from visitor_messages where call_id = calls.id) as "hasLeftMessage",
    (select coalesce(jsonb_agg(part order by at), '[]') from (
      select proposed_at as at, jsonb_build_object('what', kind, 'order_number', order_number, 'state', state) as part
        from proposals where call_id = calls.id and state in ('accepted', 'done', 'handed_over', 'declined', 'moved')
      union all select asked_at, jsonb_build_object('what', matter, 'order_number', order_number, 'state', state)
        from escalations where call_id = calls.id
      union all select opened_at, jsonb_build_object('what', 'investigation', 'order_number', order_number, 'state', state)
        from investigations where call_id = calls.id
    ) as parts) as parts
  from calls`;

export async function findCallRecord(database: Kysely<Database>, id: string): Promise<CallRecord | undefined> {
  const { rows } = await sql<CallRecord>`${records} where id = ${id}`.execute(database);
  return rows[0];
}

/** The newest `limit`, or those before the one that was opened at `before.openedAt`. */
export async function findCallRecords(
  database: Kysely<Database>,
  { before, limit }: { before: Pick<CallRecord, 'id' | 'openedAt'> | undefined; limit: number },
): Promise<CallRecord[]> {
  const older = before === undefined ? sql`` : sql`where (opened_at, id) < (${before.openedAt}, ${before.id})`;
  const { rows } = await sql<CallRecord>`${records} ${older} order by opened_at desc, id desc limit ${limit}`.execute(
    database,
  );
  return rows;
}

export interface CallWaits {
  readonly answers: number;
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
}

/** From the end of each turn of the customer to the first sound of its answer. */
export async function findWaits(database: Kysely<Database>, callId: string): Promise<CallWaits> {
  const waits = sql`(event ->> 'first_audio_ms')::float8`;
  const { rows } = await sql<CallWaits>`
    select count(${waits})::int as answers,
      round(percentile_cont(0.5) within group (order by ${waits}))::int as "medianMs",
      round(percentile_cont(0.95) within group (order by ${waits}))::int as "p95Ms"
    from call_events where call_id = ${callId} and kind = 'latency'`.execute(database);
  return rows[0] ?? { answers: 0, medianMs: null, p95Ms: null };
}

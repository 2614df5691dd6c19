import { sql, type Kysely } from 'kysely';
import type { CallMatter } from '@orderline/contract/stats.ts';
import type { Database } from '../database/schema.ts';
import { hasUsed, isLeftToPeople, isSolved } from './call-facts-table.ts';

/** The calls opened from one instant to another, which is not among them; days are those of `timeZone`. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
  readonly timeZone: string;
}

export interface CallNumbers {
  /** `2026-03-08`; null: of the whole period. */
  readonly day: string | null;
  readonly calls: number;
  readonly verified: number;
  readonly solved: number;
  readonly escalated: number;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
}

/**
 * One row a day that had calls, and one of the whole period: how many there were, in how many an order was proved, and how
 * many were solved or left to people (`call-facts-table.ts`).
 */
export async function countCalls(
  database: Kysely<Database>,
  { from, until, timeZone }: Period,
): Promise<CallNumbers[]> {
  const { rows } = await sql<CallNumbers>`
    with facts as (
      select ended_at,
        (opened_at at time zone ${timeZone})::date as day,
        extract(epoch from ended_at - opened_at)::float8 as seconds,
        exists (select from verified_orders where call_id = calls.id) as is_verified,
        ${isLeftToPeople} as is_escalated,
        ${isSolved} as is_solved
      from calls where opened_at >= ${from} and opened_at < ${until}
    )
    select day::text as day, count(*)::int as calls,
      count(*) filter (where is_verified)::int as verified,
      count(*) filter (where is_escalated)::int as escalated,
      count(*) filter (where is_solved)::int as solved,
      round(percentile_cont(0.5) within group (order by seconds))::int as "medianSeconds",
      round(percentile_cont(0.9) within group (order by seconds))::int as "p90Seconds"
    from facts group by grouping sets ((day), ()) order by day nulls first`.execute(database);
  return rows;
}

/** How many calls were about each matter, the most frequent first; a call is counted with each of its own. */
export async function countMatters(
  database: Kysely<Database>,
  { from, until }: Period,
): Promise<{ matter: CallMatter; calls: number }[]> {
  const { rows } = await sql<{ matter: CallMatter; calls: number }>`
    with asked as (
      select id from calls where opened_at >= ${from} and opened_at < ${until}
    ), known as (
      select call_id, kind as matter from proposals where call_id in (select id from asked)
      union ${askedOfPeople}
      union select id, 'question' from asked as calls where ${hasUsed('search_knowledge')}
    ), matters as (
      select call_id, matter from known
      union all select id, case when exists (select from verified_orders where call_id = id) then 'status' else 'none' end
      from asked where not exists (select from known where call_id = id)
    )
    select matter, count(*)::int as calls from matters group by matter order by calls desc, matter`.execute(database);
  return rows;
}

/** A request is about the change that it wants carried out, or would have. */
const askedOfPeople = sql`
  select call_id, coalesce(change ->> 'kind', case matter
    when 'late_return' then 'return' when 'dearer_exchange' then 'exchange' when 'address_abroad' then 'address_change'
    when 'second_claim' then 'claim' when 'claim_limit' then 'claim' else 'other_request' end)
  from escalations where call_id in (select id from asked)
  union select call_id, 'lost_parcel' from investigations where call_id in (select id from asked)
  union select call_id, 'other_request' from visitor_messages where call_id in (select id from asked)`;

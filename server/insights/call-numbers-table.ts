import { sql, type Kysely } from 'kysely';
import type { CallMatter } from '@orderline/contract/stats.ts';
import type { Database } from '../database/schema.ts';

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
 * One row a day that had calls, and one of the whole period.
 *
 * - verified: the caller has proved an order in it.
 * - escalated: it left something to the store's people: a request, an investigation, or the caller's own message.
 * - solved: it ended in its own time, by a goodbye or because the caller had left, and nothing was left to people; the
 *   caller had proved an order, and so heard of it at least, or was answered from the store's documents.
 */
export async function countCalls(
  database: Kysely<Database>,
  { from, until, timeZone }: Period,
): Promise<CallNumbers[]> {
  const { rows } = await sql<CallNumbers>`
    with facts as (
      select calls.id, ended_at, end_reason,
        (opened_at at time zone ${timeZone})::date as day,
        extract(epoch from ended_at - opened_at)::float8 as seconds,
        exists (select from verified_orders where call_id = calls.id) as is_verified,
        ${isLeftToPeople} as is_escalated,
        ${hasUsed('search_knowledge')} as has_asked
      from calls where opened_at >= ${from} and opened_at < ${until}
    )
    select day::text as day, count(*)::int as calls,
      count(*) filter (where is_verified)::int as verified,
      count(*) filter (where is_escalated)::int as escalated,
      count(*) filter (
        where end_reason in ('goodbye', 'customer_left') and not is_escalated and (is_verified or has_asked)
      )::int as solved,
      round(percentile_cont(0.5) within group (order by seconds))::int as "medianSeconds",
      round(percentile_cont(0.9) within group (order by seconds))::int as "p90Seconds"
    from facts group by grouping sets ((day), ()) order by day nulls first`.execute(database);
  return rows;
}

export interface CallOutcome {
  readonly outcome: 'solved' | 'escalated' | 'unsolved';
  /** The orders that its caller has proved, first the one proved first. */
  readonly orderNumbers: readonly string[];
}

/** What one call that has ended came to, in the terms of `countCalls`. */
export async function findCallOutcome(database: Kysely<Database>, callId: string): Promise<CallOutcome> {
  const { rows } = await sql<CallOutcome>`
    with facts as (
      select end_reason, ${isLeftToPeople} as is_escalated, ${hasUsed('search_knowledge')} as has_asked,
        array(select order_number from verified_orders where call_id = calls.id order by verified_at) as orders
      from calls where id = ${callId}
    )
    select orders as "orderNumbers", case
      when is_escalated then 'escalated'
      when end_reason in ('goodbye', 'customer_left') and (cardinality(orders) > 0 or has_asked) then 'solved'
      else 'unsolved' end as outcome
    from facts`.execute(database);
  return rows[0] ?? { outcome: 'unsolved', orderNumbers: [] };
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

/** Of the call in `calls`; its transcript may be gone. */
const hasUsed = (tool: string) => sql`(
  exists (select from call_tools where call_id = calls.id and tool = ${tool})
  or exists (select from call_events where call_id = calls.id and kind = 'tool_call' and event ->> 'name' = ${tool}))`;

const isLeftToPeople = sql`(
  exists (select from escalations where call_id = calls.id)
  or exists (select from investigations where call_id = calls.id)
  or exists (select from visitor_messages where call_id = calls.id))`;

/** A request is about the change that it wants carried out, or would have. */
const askedOfPeople = sql`
  select call_id, coalesce(change ->> 'kind', case matter
    when 'late_return' then 'return' when 'dearer_exchange' then 'exchange' when 'address_abroad' then 'address_change'
    when 'second_claim' then 'claim' when 'claim_limit' then 'claim' else 'other_request' end)
  from escalations where call_id in (select id from asked)
  union select call_id, 'lost_parcel' from investigations where call_id in (select id from asked)
  union select call_id, 'other_request' from visitor_messages where call_id in (select id from asked)`;

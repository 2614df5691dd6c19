import { sql, type Generated, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface FailedLookupsTable {
  id: Generated<string>;
  call_id: string;
  origin_key: string;
  order_key: string;
  factor_key: string;
  /** Whether it counts beyond its call. */
  is_counted: boolean;
  failed_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    failed_lookups: FailedLookupsTable;
  }
}

export interface Attempted {
  readonly callId: string;
  readonly originKey: string;
  readonly orderKey: string;
  readonly factorKey: string;
}

/**
 * Makes attempts that share a call, a caller, an order or a factor wait for each other until the transaction ends, so that
 * parallel ones cannot all slip under a limit. Attempts that will only read the counters may share the wait.
 */
export async function lockAttempts(
  database: Kysely<Database>,
  { callId, originKey, orderKey, factorKey }: Attempted,
  mode: 'exclusive' | 'shared',
): Promise<void> {
  // Always in the same order: two transactions never wait for each other.
  const keys = [callId, originKey, orderKey, factorKey].sort();
  const lock = mode === 'exclusive' ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
  await sql`select ${lock}(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`.execute(database);
}

/** The failures of this call, and the different wrong pairs since `since` that share something with this attempt. */
export async function countFailures(
  database: Kysely<Database>,
  { callId, originKey, orderKey, factorKey }: Attempted,
  since: Date,
): Promise<{ inCall: number; byOrigin: number; ofOrder: number; withFactor: number }> {
  const counted = sql`from failed_lookups where is_counted and failed_at > ${since}`;
  const { rows } = await sql<{ inCall: number; byOrigin: number; ofOrder: number; withFactor: number }>`
    select
      (select count(*)::int from failed_lookups where call_id = ${callId}) as "inCall",
      (select count(distinct (order_key, factor_key))::int ${counted} and origin_key = ${originKey}) as "byOrigin",
      (select count(distinct factor_key)::int ${counted} and order_key = ${orderKey}) as "ofOrder",
      (select count(distinct order_key)::int ${counted} and factor_key = ${factorKey}) as "withFactor"
  `.execute(database);
  return rows[0] ?? { inCall: 0, byOrigin: 0, ofOrder: 0, withFactor: 0 };
}

export async function countFailuresOfCall(database: Kysely<Database>, callId: string): Promise<number> {
  const { count } = await database
    .selectFrom('failed_lookups')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('call_id', '=', callId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Of all callers together. */
export async function countFailuresSince(database: Kysely<Database>, since: Date): Promise<number> {
  const { count } = await database
    .selectFrom('failed_lookups')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('failed_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertFailure(
  database: Kysely<Database>,
  { callId, originKey, orderKey, factorKey }: Attempted,
  { isCounted, at }: { isCounted: boolean; at: Date },
): Promise<void> {
  await database
    .insertInto('failed_lookups')
    .values({
      call_id: callId,
      origin_key: originKey,
      order_key: orderKey,
      factor_key: factorKey,
      is_counted: isCounted,
      failed_at: at,
    })
    .execute();
}

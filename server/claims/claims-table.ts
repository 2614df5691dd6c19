import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../database/schema.ts';
import type { ClaimRecord } from './claim-record.ts';

interface ClaimsTable {
  claim_id: string;
  order_number: string;
  call_id: string | null;
  customer_key: string;
  problem: ClaimRecord['problem'];
  wish: ClaimRecord['wish'];
  reason_words: string | null;
  value_cents: number;
  claimed_at: Date;
}

interface ClaimLinesTable {
  claim_id: string;
  line: number;
  quantity: number;
}

declare module '../database/schema.ts' {
  interface Database {
    claims: ClaimsTable;
    claim_lines: ClaimLinesTable;
  }
}

export async function insertClaim(
  database: Kysely<Database>,
  claim: ClaimsTable,
  lines: readonly Omit<ClaimLinesTable, 'claim_id'>[],
): Promise<void> {
  await database.insertInto('claims').values(claim).execute();
  await database
    .insertInto('claim_lines')
    .values(lines.map(({ line, quantity }) => ({ claim_id: claim.claim_id, line, quantity })))
    .execute();
}

/** The claims on an order, oldest first. */
export async function findClaims(database: Kysely<Database>, orderNumber: string): Promise<ClaimRecord[]> {
  const rows = await database
    .selectFrom('claims')
    .selectAll()
    .select((claim) =>
      jsonArrayFrom(
        claim
          .selectFrom('claim_lines')
          .select(['line', 'quantity'])
          .whereRef('claim_lines.claim_id', '=', 'claims.claim_id')
          .orderBy('line'),
      ).as('lines'),
    )
    .where('order_number', '=', orderNumber)
    .orderBy('claimed_at')
    .execute();
  return rows.map((row) => ({
    claimId: row.claim_id,
    orderNumber: row.order_number,
    claimedAt: row.claimed_at,
    problem: row.problem,
    wish: row.wish,
    lines: row.lines,
    valueCents: row.value_cents,
  }));
}

export async function countClaimsSince(database: Kysely<Database>, customerKey: string, since: Date): Promise<number> {
  const { count } = await database
    .selectFrom('claims')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('customer_key', '=', customerKey)
    .where('claimed_at', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}

import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** So many agents were dispatched in vain: with one every two seconds, nobody has joined for about ten. */
const dispatchesInVain = 4;

/** Calls that wait for an agent that does not come, and those that ended so since then. */
export async function countUnanswered(database: Kysely<Database>, since: Date): Promise<number> {
  const { count } = await database
    .selectFrom('calls')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('dispatches', '>=', dispatchesInVain)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', since)]))
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether an agent has joined a call that was opened since then. */
export async function wasAnswered(database: Kysely<Database>, since: Date): Promise<boolean> {
  const row = await database
    .selectFrom('calls')
    .select('id')
    .where('opened_at', '>', since)
    .where('generation', '>', 0)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

import { sql, type Kysely } from 'kysely';

/** When who left a message may be rung, in their words. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table visitor_messages add column best_time text`.execute(database);
}

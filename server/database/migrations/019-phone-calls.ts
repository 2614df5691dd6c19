import { sql, type Kysely } from 'kysely';

/** A telephone call's two numbers, as the network told them; null on a web call, and where the caller withheld theirs. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table calls add column caller_number text, add column dialled_number text`.execute(database);
}

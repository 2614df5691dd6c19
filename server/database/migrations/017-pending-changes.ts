import { sql, type Kysely } from 'kysely';

/** Changes that are on their way to the store's own API, kept until it is known how each ended. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table pending_changes (
      change_id uuid primary key,
      prepared bytea not null,
      prepared_at timestamptz not null
    )`.execute(database);
}

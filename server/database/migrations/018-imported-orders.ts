import { sql, type Kysely } from 'kysely';

/** What an import brought, so that the next one can tell an order that it may bring up to date from one changed here. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table imported_orders (
      order_number text primary key references orders on delete cascade,
      digest text not null,
      version integer not null,
      imported_at timestamptz not null
    )`.execute(database);
}

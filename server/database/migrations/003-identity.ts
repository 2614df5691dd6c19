import { sql, type Kysely } from 'kysely';

/**
 * Failed lookups, by which guessing is limited, and the orders that each call has proved. What was given is kept as keyed
 * hashes; the pair that proved an order is kept sealed, for as long as its call lasts.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table failed_lookups (
      id bigint generated always as identity primary key,
      call_id text not null references calls on delete cascade,
      origin_key text not null,
      order_key text not null,
      factor_key text not null,
      is_counted boolean not null,
      failed_at timestamptz not null
    )`.execute(database);
  await sql`create index failed_lookups_by_call on failed_lookups (call_id)`.execute(database);
  await sql`create index failed_lookups_by_origin on failed_lookups (origin_key, failed_at)`.execute(database);
  await sql`create index failed_lookups_by_order on failed_lookups (order_key, failed_at)`.execute(database);
  await sql`create index failed_lookups_by_factor on failed_lookups (factor_key, failed_at)`.execute(database);
  await sql`create index failed_lookups_by_time on failed_lookups (failed_at)`.execute(database);
  await sql`
    create table verified_orders (
      call_id text not null references calls on delete cascade,
      order_number text not null,
      sealed_factor bytea,
      verified_at timestamptz not null,
      primary key (call_id, order_number)
    )`.execute(database);
}

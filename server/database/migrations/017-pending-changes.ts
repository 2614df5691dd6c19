import { sql, type Kysely } from 'kysely';

/**
 * Of orders that the store's own API keeps: changes that customers and staff have settled and of which it is not known yet
 * how they ended, one of an order at a time; what else the store is told, in its order; and the cancelled units, of which
 * the store need not tell.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table pending_changes (
      change_id uuid primary key,
      order_number text not null unique,
      prepared bytea not null,
      prepared_at timestamptz not null,
      escalation_id uuid unique references escalations on delete cascade
    )`.execute(database);
  await sql`
    create table untold_changes (
      change_id uuid primary key,
      position bigint generated always as identity unique,
      order_number text not null,
      call_id text,
      sealed_factor bytea,
      change jsonb not null,
      context jsonb not null,
      settled_at timestamptz not null
    )`.execute(database);
  await sql`create index untold_changes_by_order on untold_changes (order_number, position)`.execute(database);
  await sql`
    create table cancelled_units (
      change_id uuid not null,
      order_number text not null,
      line integer not null,
      quantity integer not null check (quantity > 0),
      primary key (change_id, line)
    )`.execute(database);
  await sql`create index cancelled_units_by_order on cancelled_units (order_number)`.execute(database);
}

import { sql, type Kysely } from 'kysely';

/**
 * What is told to the store's CRM, each with what became of it; the endpoints that asked to be told nothing more; which
 * webhooks of the store have been taken, and what they told of parcels and of orders that wait; and alerts.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table outgoing_webhooks (
      id uuid primary key,
      position bigint generated always as identity unique,
      type text not null,
      body text not null,
      state text not null check (state in ('waiting', 'delivered', 'dead')),
      happened_at timestamptz not null,
      resent integer not null default 0,
      tries integer not null default 0,
      failure text,
      settled_at timestamptz,
      check ((state = 'waiting') = (settled_at is null))
    )`.execute(database);
  await sql`create index outgoing_webhooks_by_time on outgoing_webhooks (happened_at)`.execute(database);
  await sql`create index outgoing_webhooks_by_state on outgoing_webhooks (state, position)`.execute(database);
  await sql`
    create table gone_endpoints (
      url_digest text primary key,
      gone_at timestamptz not null
    )`.execute(database);
  await sql`
    create table incoming_webhooks (
      id text primary key,
      received_at timestamptz not null
    )`.execute(database);
  await sql`create index incoming_webhooks_by_time on incoming_webhooks (received_at)`.execute(database);
  await sql`
    create table told_parcels (
      order_number text not null,
      tracking_key text not null,
      told jsonb,
      told_at timestamptz not null,
      primary key (order_number, tracking_key)
    )`.execute(database);
  await sql`create index told_parcels_by_time on told_parcels (told_at)`.execute(database);
  await sql`
    create table order_holds (
      order_number text primary key references orders on delete cascade,
      told_at timestamptz not null
    )`.execute(database);
  await sql`
    create table alerts (
      id uuid primary key,
      kind text not null,
      detail text not null,
      raised_at timestamptz not null,
      seen_at timestamptz not null,
      told_at timestamptz,
      recovered_at timestamptz
    )`.execute(database);
  await sql`create unique index alerts_one_open on alerts (kind) where recovered_at is null`.execute(database);
  await sql`create index alerts_by_time on alerts (raised_at)`.execute(database);
}

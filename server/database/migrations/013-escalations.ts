import { sql, type Kysely } from 'kysely';

/**
 * What only a person may decide, one pending at a time for each matter of an order; lost parcels, of which one search is
 * open at a time; and the parcels that came back and have been sent again, each once.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table escalations (
      id uuid primary key,
      position bigint generated always as identity unique,
      call_id text not null references calls on delete cascade,
      order_number text not null,
      sealed_factor bytea,
      matter text not null,
      request text not null,
      change jsonb,
      context jsonb not null,
      consequences jsonb,
      state text not null default 'pending' check (state in ('pending', 'approved', 'refused')),
      asked_at timestamptz not null,
      decided_at timestamptz,
      decided_by bigint references staff,
      decided_via text check (decided_via in ('desk', 'link')),
      reason text,
      words text,
      outcome jsonb,
      check (state = 'pending' or sealed_factor is null),
      check ((state = 'pending') = (decided_at is null)),
      check ((state = 'pending') = (decided_via is null)),
      check ((state = 'pending') = (reason is null))
    )`.execute(database);
  await sql`
    create unique index escalations_one_pending on escalations (order_number, matter)
    where state = 'pending' and matter <> 'store_change'`.execute(database);
  await sql`create index escalations_by_state on escalations (state, position)`.execute(database);
  await sql`create index escalations_by_order on escalations (order_number)`.execute(database);
  await sql`create index escalations_by_call on escalations (call_id)`.execute(database);
  await sql`
    create table investigations (
      id uuid primary key,
      position bigint generated always as identity unique,
      call_id text not null references calls on delete cascade,
      order_number text not null,
      sealed_factor bytea,
      parcel_key text not null,
      parcel jsonb not null,
      lines jsonb not null,
      why text not null check (why in ('delivered_not_there', 'no_scan')),
      state text not null default 'open' check (state in ('open', 'reshipped', 'refunded', 'found')),
      opened_at timestamptz not null,
      resolved_at timestamptz,
      resolved_by bigint references staff,
      reason text,
      words text,
      refund jsonb,
      check (state = 'open' or sealed_factor is null),
      check ((state = 'open') = (resolved_at is null)),
      check ((state = 'open') = (resolved_by is null)),
      check ((state = 'open') = (reason is null))
    )`.execute(database);
  await sql`
    create unique index investigations_one_open on investigations (order_number, parcel_key) where state = 'open'`.execute(
    database,
  );
  await sql`create index investigations_by_state on investigations (state, position)`.execute(database);
  await sql`create index investigations_by_call on investigations (call_id)`.execute(database);
  await sql`
    create table reshipped_parcels (
      order_number text not null,
      parcel_key text not null,
      change_id uuid not null,
      reshipped_at timestamptz not null,
      primary key (order_number, parcel_key)
    )`.execute(database);
  await sql`alter table proposals drop constraint proposals_kind_check`.execute(database);
  await sql`
    alter table proposals add constraint proposals_kind_check
    check (kind in ('cancellation', 'address_change', 'return', 'exchange', 'claim', 'reship'))`.execute(database);
}

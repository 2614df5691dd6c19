import { sql, type Kysely } from 'kysely';

/**
 * Returns and exchanges as Orderline keeps them, also for orders that are the store's own: hence the contact by which such
 * an order is asked for again, and the items' names.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create sequence rma_numbers start 100001`.execute(database);
  await sql`
    create table returns (
      rma text primary key,
      kind text not null check (kind in ('return', 'exchange')),
      order_number text not null,
      email text,
      phone text,
      change_id uuid not null unique,
      call_id text,
      state text not null check (state in ('requested', 'partially_received', 'received', 'cancelled', 'expired')),
      reason text not null,
      reason_words text,
      requested_at timestamptz not null,
      ship_by date not null,
      received_at timestamptz,
      is_late boolean not null default false,
      labels integer not null default 1
    )`.execute(database);
  await sql`create index returns_by_order on returns (order_number, requested_at)`.execute(database);
  await sql`create index returns_open on returns (ship_by) where state = 'requested'`.execute(database);
  await sql`create index returns_by_state on returns (state, requested_at)`.execute(database);
  await sql`
    create table return_lines (
      rma text not null references returns on delete cascade,
      line integer not null,
      name text not null,
      quantity integer not null check (quantity > 0),
      received integer not null default 0,
      refunded integer not null default 0 check (refunded >= 0),
      held integer not null default 0 check (held >= 0),
      rejected integer not null default 0 check (rejected >= 0),
      exchange_sku text,
      reserved integer not null default 0 check (reserved between 0 and quantity),
      exchange_name text,
      cheaper_by_cents integer not null default 0 check (cheaper_by_cents >= 0),
      primary key (rma, line),
      check (received between 0 and quantity),
      check (refunded + held + rejected <= received)
    )`.execute(database);
  await sql`
    create table return_receipts (
      change_id uuid primary key,
      rma text not null references returns on delete cascade,
      lines jsonb not null,
      received_at timestamptz not null
    )`.execute(database);
  await sql`create index return_receipts_by_rma on return_receipts (rma)`.execute(database);
  await sql`
    create table return_refunds (
      change_id uuid primary key,
      rma text not null references returns on delete cascade,
      amount_cents integer not null check (amount_cents > 0),
      parts jsonb not null,
      refunded_at timestamptz not null
    )`.execute(database);
  await sql`create index return_refunds_by_rma on return_refunds (rma)`.execute(database);
}

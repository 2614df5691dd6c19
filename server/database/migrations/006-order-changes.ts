import { sql, type Kysely } from 'kysely';

/**
 * What changes do to orders: two more counters on each line, variants with their stock, refunds against the captured
 * payments, replacements, and a history that is only ever added to.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    alter table order_lines
      add column refunded_quantity integer not null default 0 check (refunded_quantity between 0 and quantity),
      add column claimed_quantity integer not null default 0 check (claimed_quantity between 0 and quantity)`.execute(
    database,
  );
  await sql`
    create table variants (
      sku text primary key,
      product text not null,
      name text not null,
      options jsonb not null default '{}',
      price_cents integer not null check (price_cents >= 0),
      stock integer not null check (stock >= 0),
      reserved integer not null default 0,
      check (reserved between 0 and stock)
    )`.execute(database);
  await sql`create index variants_by_product on variants (product)`.execute(database);
  await sql`
    create table stock_reservations (
      order_number text not null references orders on delete cascade,
      sku text not null references variants,
      quantity integer not null check (quantity >= 0),
      primary key (order_number, sku)
    )`.execute(database);
  await sql`
    create table refunds (
      order_number text not null,
      payment integer not null,
      change_id uuid not null,
      amount_cents integer not null check (amount_cents > 0),
      refunded_at timestamptz not null,
      primary key (change_id, payment),
      foreign key (order_number, payment) references payments on delete cascade
    )`.execute(database);
  await sql`create index refunds_by_order on refunds (order_number)`.execute(database);
  await sql`
    create table replacements (
      order_number text not null references orders on delete cascade,
      change_id uuid not null,
      line integer not null,
      sku text not null,
      quantity integer not null check (quantity > 0),
      shipping text not null check (shipping in ('standard', 'express')),
      address jsonb,
      asked_at timestamptz not null,
      primary key (change_id, line, sku)
    )`.execute(database);
  await sql`create index replacements_by_order on replacements (order_number)`.execute(database);
  await sql`
    create table order_history (
      change_id uuid primary key,
      order_number text not null references orders on delete cascade,
      version integer not null,
      kind text not null,
      rma text,
      reason text,
      effects jsonb not null,
      changed_at timestamptz not null,
      unique (order_number, version)
    )`.execute(database);
}

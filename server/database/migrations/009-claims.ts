import { sql, type Kysely } from 'kysely';

/** What came damaged, defective, wrong or not at all. `customer_key` counts a customer's claims without naming them. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table claims (
      claim_id uuid primary key,
      order_number text not null,
      call_id text,
      customer_key text not null,
      problem text not null check (problem in ('damaged', 'defective', 'wrong_item', 'missing')),
      wish text not null check (wish in ('replacement', 'refund')),
      reason_words text,
      value_cents integer not null check (value_cents >= 0),
      claimed_at timestamptz not null
    )`.execute(database);
  await sql`create index claims_by_order on claims (order_number)`.execute(database);
  await sql`create index claims_by_customer on claims (customer_key, claimed_at)`.execute(database);
  await sql`
    create table claim_lines (
      claim_id uuid not null references claims on delete cascade,
      line integer not null,
      quantity integer not null check (quantity > 0),
      primary key (claim_id, line)
    )`.execute(database);
}

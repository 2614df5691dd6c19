import { sql, type Kysely } from 'kysely';

/** Who may be texted and how that is known, and what customers were told. */
export async function up(database: Kysely<unknown>): Promise<void> {
  // Outlives its call: it is what shows that a text was wanted.
  await sql`
    create table texting_consents (
      id bigint generated always as identity primary key,
      phone_key text not null,
      answer text not null check (answer in ('yes', 'no')),
      call_id text not null,
      turn_id text not null,
      asked text not null,
      answered text not null,
      at timestamptz not null,
      unique (phone_key, call_id, turn_id)
    )`.execute(database);
  await sql`
    create function keep_texting_consent() returns trigger language plpgsql as
      $$ begin raise exception 'evidence of consent is only added to'; end $$`.execute(database);
  await sql`
    create trigger texting_consents_stay before update on texting_consents
      for each row execute function keep_texting_consent()`.execute(database);
  await sql`
    create table texted_numbers (
      phone_key text primary key,
      first_texted_at timestamptz not null
    )`.execute(database);
  await sql`
    create table customer_notices (
      key text primary key,
      call_id text references calls on delete set null,
      order_number text not null,
      notice jsonb not null,
      email text,
      phone text,
      texted text check (texted in ('queued', 'kept')),
      emailed text check (emailed in ('queued', 'kept')),
      told_at timestamptz not null
    )`.execute(database);
  await sql`create index customer_notices_by_call on customer_notices (call_id)`.execute(database);
  await sql`create index customer_notices_by_order on customer_notices (order_number)`.execute(database);
  await sql`drop table message_request_keys`.execute(database);
}

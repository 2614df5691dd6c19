import { sql, type Kysely } from 'kysely';

/** The outbox: what is to leave for a customer, each once, and the idempotency keys under which it was asked for. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table messages (
      id bigint generated always as identity primary key,
      call_id text not null references calls on delete cascade,
      order_number text not null,
      kind text not null check (kind in ('tracking_link')),
      channel text not null check (channel in ('sms', 'email')),
      recipient text not null,
      text text not null,
      state text not null check (state in ('kept')),
      asked_at timestamptz not null,
      unique (call_id, order_number, kind, channel)
    )`.execute(database);
  await sql`
    create table message_request_keys (
      call_id text not null references calls on delete cascade,
      key text not null,
      request text not null,
      primary key (call_id, key)
    )`.execute(database);
}

import { sql, type Kysely } from 'kysely';

/** Calls, what was said in them, and the messages that visitors leave when no agent comes. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table calls (
      id text primary key,
      channel text not null check (channel in ('web', 'phone')),
      customer_identity text not null,
      origin_key text not null,
      generation integer not null default 0,
      opened_at timestamptz not null,
      ended_at timestamptz,
      end_reason text,
      agent_stream uuid,
      agent_seen_at timestamptz,
      agent_lost_at timestamptz,
      dispatched_at timestamptz not null default clock_timestamp(),
      dispatches integer not null default 1,
      check ((ended_at is null) = (end_reason is null))
    )`.execute(database);
  await sql`create index calls_open on calls (dispatched_at) where ended_at is null`.execute(database);
  await sql`create index calls_by_stream on calls (agent_stream) where agent_stream is not null`.execute(database);
  await sql`
    create table call_events (
      call_id text not null references calls on delete cascade,
      id text not null,
      position bigint generated always as identity,
      kind text not null,
      event jsonb not null,
      stored_at timestamptz not null,
      primary key (call_id, id)
    )`.execute(database);
  await sql`create index call_events_in_order on call_events (call_id, position)`.execute(database);
  await sql`
    create table visitor_messages (
      id bigint generated always as identity primary key,
      call_id text not null references calls on delete cascade,
      text text not null,
      contact text not null,
      left_at timestamptz not null
    )`.execute(database);
  await sql`create unique index visitor_messages_once on visitor_messages (call_id, md5(contact || chr(10) || text))`.execute(
    database,
  );
}

import { sql, type Kysely } from 'kysely';

/** The outbox sends: what becomes of each message, once for ever by its key, and who is not to be written to any more. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    alter table messages
      drop constraint messages_call_id_order_number_kind_channel_key,
      drop constraint messages_call_id_fkey,
      drop constraint messages_kind_check,
      drop constraint messages_state_check,
      drop column id`.execute(database);
  await sql`
    alter table messages
      add column id uuid primary key default gen_random_uuid(),
      add column dedupe_key text,
      add column subject text,
      add column html text,
      add column attachments jsonb not null default '[]',
      add column provider_id text,
      add column attempts integer not null default 0,
      add column last_error text,
      add column tried_at timestamptz,
      add column sent_at timestamptz,
      alter column call_id drop not null,
      alter column order_number drop not null,
      add foreign key (call_id) references calls on delete set null,
      add check (state in (
        'kept', 'queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'suppressed', 'unknown'))`.execute(
    database,
  );
  await sql`update messages set dedupe_key = concat_ws(' ', call_id, order_number, kind, channel)`.execute(database);
  await sql`alter table messages alter column dedupe_key set not null, add unique (dedupe_key)`.execute(database);
  await sql`create index messages_newest on messages (asked_at desc, id desc)`.execute(database);
  await sql`create index messages_by_state on messages (state, asked_at desc, id desc)`.execute(database);
  await sql`create index messages_by_provider_id on messages (provider_id) where provider_id is not null`.execute(
    database,
  );
  await sql`create index messages_by_call on messages (call_id) where call_id is not null`.execute(database);
  await sql`create index messages_by_order on messages (order_number) where order_number is not null`.execute(database);
  await sql`
    create table suppressions (
      channel text not null check (channel in ('sms', 'email')),
      recipient text not null,
      reason text not null check (reason in ('stopped', 'bounced')),
      at timestamptz not null,
      primary key (channel, recipient)
    )`.execute(database);
}

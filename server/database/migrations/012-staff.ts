import { sql, type Kysely } from 'kysely';

/**
 * The store's people, their sessions (a session's token is kept as its hash alone), failed sign-ins by keyed hashes, and
 * the audit log, to which lines are only added: they go when their time is over, by a transaction that says so.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff (
      id bigint generated always as identity primary key,
      name text not null unique check (name = lower(name)),
      role text not null check (role in ('staff', 'qa')),
      password_hash text not null,
      created_at timestamptz not null default clock_timestamp(),
      disabled_at timestamptz
    )`.execute(database);
  await sql`
    create table staff_sessions (
      token_hash bytea primary key,
      staff_id bigint not null references staff on delete cascade,
      opened_at timestamptz not null,
      seen_at timestamptz not null
    )`.execute(database);
  await sql`create index staff_sessions_by_staff on staff_sessions (staff_id)`.execute(database);
  await sql`create index staff_sessions_by_time on staff_sessions (seen_at)`.execute(database);
  await sql`
    create table staff_sign_in_failures (
      id bigint generated always as identity primary key,
      account_key text not null,
      origin_key text not null,
      failed_at timestamptz not null
    )`.execute(database);
  await sql`create index staff_sign_in_failures_by_account on staff_sign_in_failures (account_key, failed_at)`.execute(
    database,
  );
  await sql`create index staff_sign_in_failures_by_origin on staff_sign_in_failures (origin_key, failed_at)`.execute(
    database,
  );
  await sql`
    create table audit_log (
      id bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      staff_id bigint references staff,
      act text not null,
      subject text not null,
      detail jsonb not null
    )`.execute(database);
  await sql`create index audit_log_by_time on audit_log (at)`.execute(database);
  await sql`
    create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      if current_setting('orderline.audit_may_change', true) is distinct from 'yes' then
        raise exception 'the audit log is only added to';
      end if;
      return null;
    end $$`.execute(database);
  await sql`
    create trigger audit_log_is_append_only before update or delete or truncate on audit_log
    for each statement execute function refuse_audit_change()`.execute(database);
}

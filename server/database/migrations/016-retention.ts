import { sql, type Kysely } from 'kysely';

/** What remains of a transcript when its time is over, by which tools its call was served; and what finds it all quickly. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table call_tools (
      call_id text not null references calls on delete cascade,
      tool text not null,
      primary key (call_id, tool)
    )`.execute(database);
  // By whom a person's orders are found when they are to be erased.
  await sql`create index orders_by_email on orders (lower(email))`.execute(database);
  await sql`create index orders_by_phone on orders (right(regexp_replace(phone, '\\D', '', 'g'), 10))`.execute(
    database,
  );
  await sql`create index orders_by_recipient on orders (lower(recipient_email)) where recipient_email is not null`.execute(
    database,
  );
  await sql`create index calls_by_time on calls (opened_at)`.execute(database);
  await sql`create index call_events_by_time on call_events (stored_at)`.execute(database);
}

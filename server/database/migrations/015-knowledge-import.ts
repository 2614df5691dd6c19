import { sql, type Kysely } from 'kysely';

/**
 * Documents that a store imports stand beside those that come with Orderline, of which one that was removed must be
 * remembered; and the questions that none of them answered.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    alter table documents
      add column title text not null default '',
      add column format text not null default 'markdown' check (format in ('markdown', 'text', 'pdf', 'word')),
      add column origin text not null default 'shipped' check (origin in ('shipped', 'store')),
      add column is_removed boolean not null default false,
      add column imported_at timestamptz not null default now()`.execute(database);
  await sql`
    create table unanswered_questions (
      question text primary key,
      times integer not null default 1 check (times > 0),
      first_asked_at timestamptz not null,
      last_asked_at timestamptz not null
    )`.execute(database);
  await sql`create index unanswered_questions_by_time on unanswered_questions (last_asked_at)`.execute(database);
}

import { sql, type Kysely } from 'kysely';

/** The store's own documents, cut into passages that are found by their words; headings weigh more than the text. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table documents (
      name text primary key,
      digest text not null
    )`.execute(database);
  await sql`
    create table passages (
      document text not null references documents on delete cascade,
      position integer not null,
      headings text[] not null,
      text text not null,
      words tsvector not null,
      primary key (document, position)
    )`.execute(database);
  await sql`create index passages_by_words on passages using gin (words)`.execute(database);
}

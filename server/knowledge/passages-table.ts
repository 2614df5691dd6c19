import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface PassagesTable {
  document: string;
  position: number;
  /** The document's title first. */
  headings: string[];
  text: string;
  /** A `tsvector`: never read. */
  words: string;
}

declare module '../database/schema.ts' {
  interface Database {
    passages: PassagesTable;
  }
}

export type FoundPassage = Pick<PassagesTable, 'headings' | 'text'>;
type NewPassage = Omit<PassagesTable, 'words'>;

/** Far below the number of parameters that a statement may have. */
const rowsAtOnce = 500;

/** `headings` begin with the document's title, which weighs less than the headings below it. */
export async function insertPassages(database: Kysely<Database>, passages: readonly NewPassage[]): Promise<void> {
  for (let from = 0; from < passages.length; from += rowsAtOnce) {
    await database
      .insertInto('passages')
      .values(passages.slice(from, from + rowsAtOnce).map((passage) => ({ ...passage, words: wordsOf(passage) })))
      .execute();
  }
}

function wordsOf({ headings: [title = '', ...headings], text }: NewPassage) {
  return sql<string>`
    setweight(to_tsvector('english', ${headings.join(' ')}), 'A') ||
    setweight(to_tsvector('english', ${text}), 'C') ||
    setweight(to_tsvector('english', ${title}), 'D')`;
}

export async function deletePassages(database: Kysely<Database>, document: string): Promise<void> {
  await database.deleteFrom('passages').where('document', '=', document).execute();
}

/** What a concept that no document mentions counts at most, so that a few such words do not hide the rest. */
const mostWeight = 3;

/**
 * The passages that cover enough of what is asked, best first. Each concept is a list of phrases of which a passage needs
 * one; it counts the more, the fewer passages have it, and more in a heading. `minScore` is the share of all that is asked, from 0 to 1.
 */
export async function findPassages(
  database: Kysely<Database>,
  concepts: readonly (readonly string[])[],
  { limit, minScore }: { limit: number; minScore: number },
): Promise<FoundPassage[]> {
  const { rows } = await sql<FoundPassage>`
    with asked as (
      select (
          select string_agg('(' || phrase::text || ')', ' | ')::tsquery
          from jsonb_array_elements_text(concept) as word, plainto_tsquery('english', word) as phrase
          where numnode(phrase) > 0
        ) as query
      from jsonb_array_elements(${JSON.stringify(concepts)}::jsonb) as concept
    ), counted as (
      select query, (select count(*) from passages where words @@ query) as found,
        (select count(*) from passages) as passages
      from asked where query is not null
    ), weighed as (
      select query, least(ln((passages + 1.0) / (found + 0.5)), ${mostWeight}::numeric) as weight from counted
    ), fitting as (
      select document, position, headings, text,
        sum(weight * case when ts_rank('{0, 0, 0, 1}', words, query) > 0 then 1 else 0.6 end)
          / (select sum(weight) from weighed) as score,
        sum(ts_rank('{0.05, 0.1, 0.4, 1}', words, query)) as rank
      from passages join weighed on words @@ query
      group by document, position
    )
    select headings, text from fitting
    where score >= ${minScore}::numeric
    order by score desc, rank desc, document, position
    limit ${limit}
  `.execute(database);
  return rows;
}

/** In the order of the documents. */
export async function findAllPassages(database: Kysely<Database>): Promise<NewPassage[]> {
  return database
    .selectFrom('passages')
    .select(['document', 'position', 'headings', 'text'])
    .orderBy('document')
    .orderBy('position')
    .execute();
}

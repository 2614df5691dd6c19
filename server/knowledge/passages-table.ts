import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export interface PassagesTable {
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

/** `headings` begin with the document's title, which weighs less than the headings below it. */
export async function insertPassage(
  database: Kysely<Database>,
  { document, position, headings, text }: Omit<PassagesTable, 'words'>,
): Promise<void> {
  const [title = '', ...own] = headings;
  await database
    .insertInto('passages')
    .values({
      document,
      position,
      headings,
      text,
      words: sql`
        setweight(to_tsvector('english', ${own.join(' ')}), 'A') ||
        setweight(to_tsvector('english', ${text}), 'C') ||
        setweight(to_tsvector('english', ${title}), 'D')`,
    })
    .execute();
}

/**
 * The passages that fit best, best first. All of the words asked for are wanted (in the syntax of a web search); where no
 * passage has them all, those with enough of them serve: `minShare` of the words that mean something.
 */
export async function findPassages(
  database: Kysely<Database>,
  question: string,
  { limit, minShare }: { limit: number; minShare: number },
): Promise<FoundPassage[]> {
  const { rows } = await sql<FoundPassage>`
    with asked as (
      select websearch_to_tsquery('english', ${question}) as all_words,
        tsvector_to_array(to_tsvector('english', ${question})) as lexemes
    ), fitting as (
      select passages.*, words @@ asked.all_words as has_all,
        (select count(*) from unnest(asked.lexemes) as lexeme where words @@ quote_literal(lexeme)::tsquery) as matched,
        cardinality(asked.lexemes) as wanted,
        ts_rank_cd('{0.05, 0.1, 0.4, 1.0}', words, (
          select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(asked.lexemes) as lexeme
        )) as rank
      from passages, asked
      where cardinality(asked.lexemes) > 0
    )
    select headings, text from fitting
    where has_all or (matched > 0 and matched >= ${minShare}::float * wanted)
    order by has_all desc, matched desc, rank desc, document, position
    limit ${limit}
  `.execute(database);
  return rows;
}

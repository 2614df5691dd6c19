import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

interface UnansweredQuestionsTable {
  /** In small letters, without anything personal. */
  question: string;
  times: number;
  first_asked_at: Date;
  last_asked_at: Date;
}
export type UnansweredQuestionRow = Selectable<UnansweredQuestionsTable>;

declare module '../database/schema.ts' {
  interface Database {
    unanswered_questions: UnansweredQuestionsTable;
  }
}

export async function countUnanswered(
  database: Kysely<Database>,
  { question, now }: { question: string; now: Date },
): Promise<void> {
  await database
    .insertInto('unanswered_questions')
    .values({ question, times: 1, first_asked_at: now, last_asked_at: now })
    .onConflict((conflict) =>
      conflict.column('question').doUpdateSet({
        times: sql`unanswered_questions.times + 1`,
        last_asked_at: sql`greatest(unanswered_questions.last_asked_at, excluded.last_asked_at)`,
      }),
    )
    .execute();
}

/** Those asked most often, and of these the latest. */
export async function listUnanswered(database: Kysely<Database>, limit: number): Promise<UnansweredQuestionRow[]> {
  return database
    .selectFrom('unanswered_questions')
    .selectAll()
    .orderBy('times', 'desc')
    .orderBy('last_asked_at', 'desc')
    .orderBy('question')
    .limit(limit)
    .execute();
}

/** Only the `count` latest are kept. */
export async function forgetOldestUnanswered(database: Kysely<Database>, count: number): Promise<void> {
  await sql`
    delete from unanswered_questions where question in (
      select question from unanswered_questions order by last_asked_at desc, question offset ${count}
    )`.execute(database);
}

import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import type { SearchResponse } from '@orderline/contract/knowledge.ts';
import type { AppContext } from '../app-context.ts';
import { anonymousQuestion } from './anonymous-question-rule.ts';
import { askedConcepts } from './asked-concepts-rule.ts';
import { findPassages } from './passages-table.ts';
import { countUnanswered, forgetOldestUnanswered } from './unanswered-questions-table.ts';

const mostPassages = 3;
/** Of what is asked, so much a passage must cover to be an answer; measured in `search-quality.db.test.ts`. */
const minScore = 0.25;
const mostUnanswered = 5000;

/**
 * The passages of the store's own documents that fit a question, best first. None when nothing fits well enough: then the
 * question is counted for staff, without anything personal.
 */
export async function searchKnowledge(
  { database, clock, log }: Pick<AppContext, 'database' | 'clock' | 'log'>,
  question: string,
): Promise<SearchResponse> {
  const found = await findPassages(database, askedConcepts(question), { limit: mostPassages, minScore });
  const kept = anonymousQuestion(question);
  if (found.length === 0 && kept !== '') {
    try {
      await countUnanswered(database, { question: kept, now: clock() });
      await forgetOldestUnanswered(database, mostUnanswered);
    } catch (error) {
      // The caller is answered all the same.
      log.warn({ err: error }, 'unanswered question not counted');
    }
  }
  return {
    passages: found.map(({ headings, text }) => {
      const [document = '', ...below] = headings.map(withoutCardNumbers);
      return { document, headings: below, text: withoutCardNumbers(text) };
    }),
  };
}

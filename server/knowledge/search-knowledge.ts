import type { SearchResponse } from '@orderline/contract/knowledge.ts';
import type { AppContext } from '../app-context.ts';
import { findPassages } from './passages-table.ts';

const mostPassages = 3;
/** Of the words that mean something, so many must be in a passage that does not have them all. */
const minShare = 0.34;

/** The passages of the store's own documents that fit a question, best first; none when nothing fits. */
export async function searchKnowledge({ database }: AppContext, question: string): Promise<SearchResponse> {
  const found = await findPassages(database, question, { limit: mostPassages, minShare });
  return {
    passages: found.map(({ headings: [document = '', ...headings], text }) => ({ document, headings, text })),
  };
}

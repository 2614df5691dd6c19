import type { Kysely } from 'kysely';
import type { DocumentsResponse, UnansweredResponse } from '@orderline/contract/document.ts';
import type { Database } from '../database/schema.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { documentWarnings } from './document-warnings.ts';
import { listDocuments } from './documents-table.ts';
import { findAllPassages } from './passages-table.ts';
import { listUnanswered } from './unanswered-questions-table.ts';

const mostQuestions = 200;

/** The documents that are searched, and where they give other numbers than the profile as it is now. */
export async function describeDocuments(database: Kysely<Database>, profile: StoreProfile): Promise<DocumentsResponse> {
  const [documents, passages] = await Promise.all([listDocuments(database), findAllPassages(database)]);
  const withPassages = documents.map(({ name }) => ({
    name,
    passages: passages
      .filter(({ document }) => document === name)
      .map(({ headings, text }) => ({ headings: headings.slice(1), text })),
  }));
  return {
    documents: documents.map(({ imported_at, ...document }) => ({
      ...document,
      imported_at: imported_at.toISOString(),
    })),
    warnings: documentWarnings(withPassages, profile),
  };
}

/** What was asked and not found in any document, without anything personal. */
export async function describeUnanswered(database: Kysely<Database>): Promise<UnansweredResponse> {
  const questions = await listUnanswered(database, mostQuestions);
  return {
    questions: questions.map(({ question, times, last_asked_at }) => ({
      question,
      times,
      last_asked_at: last_asked_at.toISOString(),
    })),
  };
}

import { readdir, readFile } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { readOwnDocument, type ReadDocument } from './document-file.ts';
import { deleteShippedExcept, lockDocument } from './documents-table.ts';
import { storeDocument } from './store-document.ts';

const ownDocuments = new URL('./documents/', import.meta.url);

/** The Markdown documents in `folder`, read and cut. */
export async function shippedDocuments(folder: URL = ownDocuments): Promise<ReadDocument[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) =>
      readOwnDocument({
        name: file.slice(0, -'.md'.length),
        bytes: await readFile(new URL(file, folder)),
        isMarkdown: true,
      }),
    ),
  );
}

/**
 * Brings the shipped documents up to date: a changed one is imported again, one that is shipped no more is forgotten. One
 * that the store has removed or replaced by its own stays so. Servers that start together take turns.
 */
export async function seedKnowledge(database: Kysely<Database>, folder: URL = ownDocuments): Promise<void> {
  const documents = await shippedDocuments(folder);
  const now = new Date();
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('seed knowledge', 0))`.execute(transaction);
    await deleteShippedExcept(
      transaction,
      documents.map(({ name }) => name),
    );
    for (const document of documents) {
      const stored = await lockDocument(transaction, document.name);
      if (stored?.is_removed === true || stored?.origin === 'store') continue;
      await storeDocument(transaction, document, { origin: 'shipped', now });
    }
  });
}

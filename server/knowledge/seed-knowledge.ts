import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { deleteDocument, deleteDocumentsExcept, findDigest, insertDocument } from './documents-table.ts';
import { insertPassage } from './passages-table.ts';
import { splitPassages } from './split-passages.ts';

const ownDocuments = new URL('./documents/', import.meta.url);

/**
 * Brings the passages up to date with the Markdown documents in `folder`: a changed one is imported again, one that is gone
 * is forgotten, the others stay. Servers that start together take turns.
 */
export async function seedKnowledge(database: Kysely<Database>, folder: URL = ownDocuments): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  const documents = await Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.md'.length),
      markdown: await readFile(new URL(file, folder), 'utf8'),
    })),
  );
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('seed knowledge', 0))`.execute(transaction);
    await deleteDocumentsExcept(
      transaction,
      documents.map(({ name }) => name),
    );
    for (const document of documents) await importDocument(transaction, document);
  });
}

async function importDocument(
  database: Kysely<Database>,
  { name, markdown }: { name: string; markdown: string },
): Promise<void> {
  const digest = createHash('sha256').update(markdown).digest('hex');
  if ((await findDigest(database, name)) === digest) return;
  await deleteDocument(database, name);
  await insertDocument(database, { name, digest });
  const { title, passages } = splitPassages(markdown);
  for (const [position, { headings, text }] of passages.entries()) {
    await insertPassage(database, { document: name, position, headings: [title, ...headings], text });
  }
}

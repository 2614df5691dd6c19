import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export interface DocumentsTable {
  /** Its file, without the ending. */
  name: string;
  /** Of the file's text, to see whether it has changed. */
  digest: string;
}

declare module '../database/schema.ts' {
  interface Database {
    documents: DocumentsTable;
  }
}

export async function findDigest(database: Kysely<Database>, name: string): Promise<string | undefined> {
  const row = await database.selectFrom('documents').select('digest').where('name', '=', name).executeTakeFirst();
  return row?.digest;
}

/** With it go its passages. */
export async function deleteDocument(database: Kysely<Database>, name: string): Promise<void> {
  await database.deleteFrom('documents').where('name', '=', name).execute();
}

export async function deleteDocumentsExcept(database: Kysely<Database>, names: readonly string[]): Promise<void> {
  const all = database.deleteFrom('documents');
  await (names.length === 0 ? all : all.where('name', 'not in', names)).execute();
}

export async function insertDocument(database: Kysely<Database>, document: DocumentsTable): Promise<void> {
  await database.insertInto('documents').values(document).execute();
}

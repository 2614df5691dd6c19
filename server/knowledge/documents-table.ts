import type { StoreDocument } from '@orderline/contract/document.ts';
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

interface DocumentsTable {
  /** In small letters with dashes, "return-policy". */
  name: string;
  /** What it calls itself, "Return Policy". */
  title: string;
  format: StoreDocument['format'];
  /** `shipped` comes with Orderline and is kept up to date by it; `store` was imported. */
  origin: StoreDocument['origin'];
  /** Not wanted by the store: remembered, so that one that is shipped does not come back with the next start. */
  is_removed: boolean;
  /** Of its file, to see whether it has changed. */
  digest: string;
  imported_at: Date;
}
export type DocumentRow = Selectable<DocumentsTable>;

declare module '../database/schema.ts' {
  interface Database {
    documents: DocumentsTable;
  }
}

export interface ListedDocument extends Pick<DocumentRow, 'name' | 'title' | 'format' | 'origin' | 'imported_at'> {
  readonly passages: number;
}

/** Those that are searched, by name. */
export async function listDocuments(database: Kysely<Database>): Promise<ListedDocument[]> {
  const rows = await database
    .selectFrom('documents')
    .select(['name', 'title', 'format', 'origin', 'imported_at'])
    .select((expression) =>
      expression
        .selectFrom('passages')
        .whereRef('passages.document', '=', 'documents.name')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('passages'),
    )
    .where('is_removed', '=', false)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, passages: Number(row.passages) }));
}

/** Locked until the transaction ends, so that two imports of one document take turns. */
export async function lockDocument(database: Kysely<Database>, name: string): Promise<DocumentRow | undefined> {
  return database.selectFrom('documents').selectAll().where('name', '=', name).forUpdate().executeTakeFirst();
}

/** The document as it is from now on; one of that name is replaced. Its passages are not touched. */
export async function saveDocument(
  database: Kysely<Database>,
  document: Omit<DocumentRow, 'is_removed'>,
): Promise<void> {
  const row = { ...document, is_removed: false };
  await database
    .insertInto('documents')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

export async function markRemoved(database: Kysely<Database>, name: string): Promise<void> {
  await database.updateTable('documents').set({ is_removed: true }).where('name', '=', name).execute();
}

/** Shipped ones that are shipped no more. */
export async function deleteShippedExcept(database: Kysely<Database>, names: readonly string[]): Promise<void> {
  const shipped = database.deleteFrom('documents').where('origin', '=', 'shipped');
  await (names.length === 0 ? shipped : shipped.where('name', 'not in', names)).execute();
}

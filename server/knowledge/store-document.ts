import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { ReadDocument } from './document-file.ts';
import { lockDocument, saveDocument } from './documents-table.ts';
import { deletePassages, insertPassages } from './passages-table.ts';

/**
 * Puts a document in the place of the one of its name, in one transaction: a search meanwhile finds the old or the new.
 * One that has not changed is left as it is; returns whether anything was written.
 */
export async function storeDocument(
  transaction: Transaction<Database>,
  { name, title, format, digest, passages }: ReadDocument,
  { origin, now }: { origin: 'shipped' | 'store'; now: Date },
): Promise<boolean> {
  const before = await lockDocument(transaction, name);
  if (before?.digest === digest && before.origin === origin && !before.is_removed) return false;
  await saveDocument(transaction, { name, title, format, digest, origin, imported_at: now });
  await deletePassages(transaction, name);
  await insertPassages(
    transaction,
    passages.map(({ headings, text }, position) => ({
      document: name,
      position,
      headings: [title, ...headings],
      text,
    })),
  );
  return true;
}

import type { Kysely } from 'kysely';
import type { DocumentResponse } from '@orderline/contract/document.ts';
import type { Database } from '../database/schema.ts';
import { audit } from '../staff/audit.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { readDocument, type DocumentFile } from './document-file.ts';
import { documentWarnings } from './document-warnings.ts';
import type { DocumentReader } from './reading/document-reader.ts';
import { storeDocument } from './store-document.ts';

export interface ImportContext {
  readonly database: Kysely<Database>;
  readonly clock: () => Date;
  readonly profile: () => StoreProfile;
  readonly reader: DocumentReader;
}

/**
 * Reads a file and puts it among the store's documents, in the place of the one of its name. `staffId` is null for the
 * command line. Throws UnreadableError when the file cannot be read; then nothing has changed.
 */
export async function importDocument(
  { database, clock, profile, reader }: ImportContext,
  file: DocumentFile,
  { staffId }: { staffId: string | null },
): Promise<DocumentResponse> {
  const read = await readDocument(file, reader);
  const { name, title, format, passages } = read;
  const now = clock();
  const isChanged = await database.transaction().execute(async (transaction) => {
    const changed = await storeDocument(transaction, read, { origin: 'store', now });
    if (changed) {
      const detail = { title, format, passages: passages.length };
      await audit(transaction, { staffId, act: 'document.imported', subject: `document:${name}`, detail });
    }
    return changed;
  });
  return {
    document: { name, title, format, origin: 'store', passages: passages.length, imported_at: now.toISOString() },
    is_changed: isChanged,
    warnings: documentWarnings([read], profile()),
  };
}

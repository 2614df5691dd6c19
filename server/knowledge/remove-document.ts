import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { audit } from '../staff/audit.ts';
import { lockDocument, markRemoved } from './documents-table.ts';
import { deletePassages } from './passages-table.ts';

/** Takes a document out of the search, for good also when it came with Orderline. False when there is none of that name. */
export async function removeDocument(
  database: Kysely<Database>,
  name: string,
  { staffId }: { staffId: string | null },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const document = await lockDocument(transaction, name);
    if (document === undefined || document.is_removed) return false;
    await markRemoved(transaction, name);
    await deletePassages(transaction, name);
    await audit(transaction, { staffId, act: 'document.removed', subject: `document:${name}` });
    return true;
  });
}

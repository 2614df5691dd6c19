import type { AppContext } from '../app-context.ts';
import { audit } from './audit.ts';
import { deleteSession } from './staff-sessions-table.ts';
import { sessionHash } from './staff-session.ts';

/** Ends the session of this token; one that is over already stays so. */
export async function signOut({ database }: AppContext, token: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const staffId = await deleteSession(transaction, sessionHash(token));
    if (staffId === undefined) return;
    await audit(transaction, { staffId, act: 'staff.signed_out', subject: `staff:${staffId}` });
  });
}

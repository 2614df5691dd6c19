import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { audit } from './audit.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { passwordFlaw } from './password-rule.ts';
import { countAttempt } from './sign-in-attempt.ts';
import { deleteSignInFailure } from './sign-in-failures-table.ts';
import { deleteSessionsOf } from './staff-sessions-table.ts';
import { sessionHash } from './staff-session.ts';
import { findStaff, lockUnchangedStaff, updateStaff } from './staff-table.ts';

export interface PasswordChange {
  readonly staffId: string;
  /** The session that stays; the account's others end. */
  readonly token: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The address it comes from. */
  readonly ip: string;
}

/**
 * Throws 401 `sign_in_failed` for a wrong current password, 422 `password_refused` for a new one that is too weak, and
 * 429 like a sign-in.
 */
export async function changePassword(
  context: AppContext,
  { staffId, token, currentPassword, newPassword, ip }: PasswordChange,
): Promise<void> {
  const { database } = context;
  const wrong = () => problem('sign_in_failed', { detail: 'The current password is not right' });
  const staff = await findStaff(database, staffId);
  if (staff === undefined) throw wrong();
  const flaw = passwordFlaw(newPassword, staff.name);
  if (flaw !== undefined) throw problem('password_refused', { detail: flaw });
  const failure = await countAttempt(context, { account: staff.name, ip });
  const { isMatch } = await verifyPassword(currentPassword, staff.password_hash);
  if (!isMatch) throw wrong();
  const password_hash = await hashPassword(newPassword);

  await database.transaction().execute(async (transaction) => {
    if ((await lockUnchangedStaff(transaction, staff)) === undefined) throw wrong();
    await deleteSignInFailure(transaction, failure);
    await updateStaff(transaction, staffId, { password_hash });
    await deleteSessionsOf(transaction, staffId, sessionHash(token));
    await audit(transaction, { staffId, act: 'staff.password_changed', subject: `staff:${staffId}` });
  });
}

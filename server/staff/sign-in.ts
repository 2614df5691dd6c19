import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { audit } from './audit.ts';
import { hashPassword, nobodysHash, verifyPassword } from './password-hash.ts';
import { countAttempt } from './sign-in-attempt.ts';
import { deleteSignInFailure } from './sign-in-failures-table.ts';
import { openSession, type StaffMember } from './staff-session.ts';
import { findStaffByName, lockUnchangedStaff, updateStaff } from './staff-table.ts';

export interface SignInAttempt {
  readonly name: string;
  readonly password: string;
  /** The address it comes from. */
  readonly ip: string;
}

export interface SignedIn {
  readonly staff: StaffMember;
  /** Of a new session, always. */
  readonly token: string;
}

/**
 * Opens a session for the account of this name and password. Throws 401 `sign_in_failed`, the same and after the same
 * work for a wrong password, an unknown name and a disabled account; 429 with the seconds to wait after too many.
 */
export async function signIn(context: AppContext, { name, password, ip }: SignInAttempt): Promise<SignedIn> {
  const { database, clock } = context;
  const account = name.trim().toLowerCase();
  const failure = await countAttempt(context, { account, ip });
  const found = await findStaffByName(database, account);
  const { isMatch, isOutdated } = await verifyPassword(password, found?.password_hash ?? nobodysHash);
  const freshHash = isMatch && isOutdated ? await hashPassword(password) : undefined;

  const signedIn = await database.transaction().execute(async (transaction) => {
    const staff = found !== undefined && isMatch ? await lockUnchangedStaff(transaction, found) : undefined;
    if (staff === undefined) {
      const subject = found === undefined ? 'staff:unknown' : `staff:${found.id}`;
      await audit(transaction, { staffId: null, act: 'staff.sign_in_failed', subject });
      return undefined;
    }
    await deleteSignInFailure(transaction, failure);
    if (freshHash !== undefined) await updateStaff(transaction, staff.id, { password_hash: freshHash });
    await audit(transaction, { staffId: staff.id, act: 'staff.signed_in', subject: `staff:${staff.id}` });
    const token = await openSession(transaction, { staffId: staff.id, at: clock() });
    return { staff: { id: staff.id, name: staff.name, role: staff.role }, token };
  });
  if (signedIn === undefined) throw problem('sign_in_failed', { detail: 'Check the name and the password' });
  return signedIn;
}

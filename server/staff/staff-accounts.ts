import type { Kysely } from 'kysely';
import type { StaffRole } from '@orderline/contract/staff.ts';
import type { Database } from '../database/schema.ts';
import { audit } from './audit.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFlaw } from './password-rule.ts';
import { deleteSessionsOf } from './staff-sessions-table.ts';
import { findStaffByName, insertStaff, updateStaff } from './staff-table.ts';

/** Done, or why not, as a sentence for whoever asked. */
export type AccountOutcome = { readonly status: 'done' } | { readonly status: 'refused'; readonly why: string };

const done: AccountOutcome = { status: 'done' };
const refused = (why: string): AccountOutcome => ({ status: 'refused', why });

const nameForm = /^[a-z0-9][a-z0-9._@+-]{1,63}$/;

/** What is typed to sign in; case and the spaces around it do not matter. */
const accountName = (name: string) => name.trim().toLowerCase();

/** Makes an account; there is none to begin with. */
export async function addStaff(
  database: Kysely<Database>,
  { name, role, password }: { name: string; role: StaffRole; password: string },
): Promise<AccountOutcome> {
  const account = accountName(name);
  if (!nameForm.test(account)) {
    return refused('A name has 2 to 64 of the characters a-z, 0-9, dot, underscore, hyphen, plus and @');
  }
  const flaw = passwordFlaw(password, account);
  if (flaw !== undefined) return refused(flaw);
  const password_hash = await hashPassword(password);
  return database.transaction().execute(async (transaction) => {
    const staff = await insertStaff(transaction, { name: account, role, password_hash });
    if (staff === undefined)
      return refused(`There is an account ${account} already; reset-password gives it a new one`);
    await audit(transaction, { staffId: null, act: 'staff.added', subject: `staff:${staff.id}`, detail: { role } });
    return done;
  });
}

/** A new password, for whoever has forgotten theirs; the account's sessions end. */
export async function resetPassword(
  database: Kysely<Database>,
  { name, password }: { name: string; password: string },
): Promise<AccountOutcome> {
  const account = accountName(name);
  const flaw = passwordFlaw(password, account);
  if (flaw !== undefined) return refused(flaw);
  const password_hash = await hashPassword(password);
  return changeAccount(database, account, { act: 'staff.password_reset', change: { password_hash } });
}

/** The account cannot sign in any more, and its sessions end; what it did stays in the audit log. */
export async function disableStaff(database: Kysely<Database>, name: string, at: Date): Promise<AccountOutcome> {
  return changeAccount(database, accountName(name), { act: 'staff.disabled', change: { disabled_at: at } });
}

/** The account can sign in again, with the password it had. */
export async function enableStaff(database: Kysely<Database>, name: string): Promise<AccountOutcome> {
  return changeAccount(database, accountName(name), { act: 'staff.enabled', change: { disabled_at: null } });
}

async function changeAccount(
  database: Kysely<Database>,
  name: string,
  { act, change }: { act: string; change: Parameters<typeof updateStaff>[2] },
): Promise<AccountOutcome> {
  return database.transaction().execute(async (transaction) => {
    const staff = await findStaffByName(transaction, name);
    if (staff === undefined) return refused(`There is no account ${name}; list shows those there are`);
    await updateStaff(transaction, staff.id, change);
    await deleteSessionsOf(transaction, staff.id);
    await audit(transaction, { staffId: null, act, subject: `staff:${staff.id}` });
    return done;
  });
}

import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { StaffRole } from '@orderline/contract/staff.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { findSession, insertSession, markSessionSeen, type SessionBounds } from './staff-sessions-table.ts';

/** OWASP's session management cheat sheet: a working day without a request, and a week in all. */
const idleMs = 8 * 3_600_000;
const longestMs = 7 * 24 * 3_600_000;
/** A session that is used is written down at most this often. */
const seenStepMs = 60_000;

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** Returns the token of a new session: the cookie's value, 256 random bits that are nowhere else. */
export async function openSession(
  database: Kysely<Database>,
  { staffId, at }: { staffId: string; at: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertSession(database, { tokenHash: sessionHash(token), staffId, at });
  return token;
}

/** Whose session it is, who is by that seen now; undefined for a token that is unknown or expired, or of a disabled account. */
export async function readSession(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  token: string,
): Promise<StaffMember | undefined> {
  const now = clock();
  const tokenHash = sessionHash(token);
  const found = await findSession(database, tokenHash, sessionBounds(now));
  if (found === undefined) return undefined;
  const { seen_at, ...staff } = found;
  if (now.getTime() - seen_at.getTime() > seenStepMs) await markSessionSeen(database, tokenHash, now);
  return staff;
}

/** A session that lasts was opened and seen after these. */
export const sessionBounds = (now: Date): SessionBounds => ({
  openedAfter: new Date(now.getTime() - longestMs),
  seenAfter: new Date(now.getTime() - idleMs),
});

/** What the database knows a token by. */
export const sessionHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Bound to the session: nobody makes it without the cookie, which a page of another site cannot read. */
export const csrfTokenOf = (token: string): string =>
  createHmac('sha256', token).update('orderline desk csrf').digest('base64url');

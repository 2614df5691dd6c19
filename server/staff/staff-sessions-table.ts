import type { Kysely } from 'kysely';
import type { StaffRole } from '@orderline/contract/staff.ts';
import type { Database } from '../database/schema.ts';

interface StaffSessionsTable {
  /** SHA-256 of the cookie's token. */
  token_hash: Buffer;
  staff_id: string;
  opened_at: Date;
  seen_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    staff_sessions: StaffSessionsTable;
  }
}

export interface SessionBounds {
  readonly openedAfter: Date;
  readonly seenAfter: Date;
}

export async function insertSession(
  database: Kysely<Database>,
  { tokenHash, staffId, at }: { tokenHash: Buffer; staffId: string; at: Date },
): Promise<void> {
  await database
    .insertInto('staff_sessions')
    .values({ token_hash: tokenHash, staff_id: staffId, opened_at: at, seen_at: at })
    .execute();
}

/** Whose session it is; undefined when it is over, or its account is disabled. */
export async function findSession(
  database: Kysely<Database>,
  tokenHash: Buffer,
  { openedAfter, seenAfter }: SessionBounds,
): Promise<{ id: string; name: string; role: StaffRole; seen_at: Date } | undefined> {
  return database
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .select(['staff.id', 'staff.name', 'staff.role', 'staff_sessions.seen_at'])
    .where('token_hash', '=', tokenHash)
    .where('opened_at', '>', openedAfter)
    .where('seen_at', '>', seenAfter)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function markSessionSeen(database: Kysely<Database>, tokenHash: Buffer, at: Date): Promise<void> {
  await database.updateTable('staff_sessions').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute();
}

/** Whose it was; undefined when there was none. */
export async function deleteSession(database: Kysely<Database>, tokenHash: Buffer): Promise<string | undefined> {
  const deleted = await database
    .deleteFrom('staff_sessions')
    .where('token_hash', '=', tokenHash)
    .returning('staff_id')
    .executeTakeFirst();
  return deleted?.staff_id;
}

/** All of an account's, or all but one. */
export async function deleteSessionsOf(database: Kysely<Database>, staffId: string, except?: Buffer): Promise<void> {
  await database
    .deleteFrom('staff_sessions')
    .where('staff_id', '=', staffId)
    .$if(except !== undefined, (query) => query.where('token_hash', '!=', except ?? Buffer.alloc(0)))
    .execute();
}

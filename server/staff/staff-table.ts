import type { Generated, Kysely, Selectable } from 'kysely';
import type { StaffRole } from '@orderline/contract/staff.ts';
import type { Database } from '../database/schema.ts';

interface StaffTable {
  id: Generated<string>;
  /** Lower case: what is typed to sign in. */
  name: string;
  role: StaffRole;
  password_hash: string;
  created_at: Generated<Date>;
  disabled_at: Date | null;
}
export type StaffRow = Selectable<StaffTable>;

declare module '../database/schema.ts' {
  interface Database {
    staff: StaffTable;
  }
}

/** Undefined when the name is taken. */
export async function insertStaff(
  database: Kysely<Database>,
  staff: Pick<StaffRow, 'name' | 'role' | 'password_hash'>,
): Promise<StaffRow | undefined> {
  return database
    .insertInto('staff')
    .values({ ...staff, disabled_at: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function findStaffByName(database: Kysely<Database>, name: string): Promise<StaffRow | undefined> {
  return database.selectFrom('staff').selectAll().where('name', '=', name).executeTakeFirst();
}

export async function findStaff(database: Kysely<Database>, id: string): Promise<StaffRow | undefined> {
  return database.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Keeps the account as it is until the transaction ends; undefined when it has been disabled or has another password. */
export async function lockUnchangedStaff(
  transaction: Kysely<Database>,
  { id, password_hash }: Pick<StaffRow, 'id' | 'password_hash'>,
): Promise<StaffRow | undefined> {
  return transaction
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', id)
    .where('password_hash', '=', password_hash)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function findAllStaff(database: Kysely<Database>): Promise<StaffRow[]> {
  return database.selectFrom('staff').selectAll().orderBy('name').execute();
}

export async function updateStaff(
  database: Kysely<Database>,
  id: string,
  change: Partial<Pick<StaffRow, 'password_hash' | 'disabled_at'>>,
): Promise<void> {
  await database.updateTable('staff').set(change).where('id', '=', id).execute();
}

import { sql, type Generated, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface StaffSignInFailuresTable {
  id: Generated<string>;
  /** Keyed hashes of the name given, whether there is such an account or not, and of the address. */
  account_key: string;
  origin_key: string;
  failed_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    staff_sign_in_failures: StaffSignInFailuresTable;
  }
}

export interface SignInKeys {
  readonly accountKey: string;
  readonly originKey: string;
}

interface CountRow {
  readonly count: number;
  readonly oldest: Date | undefined;
}

/** Makes sign-ins that share an account or an address wait for each other until the transaction ends. */
export async function lockSignIns(transaction: Kysely<Database>, { accountKey, originKey }: SignInKeys): Promise<void> {
  // Always in the same order: two transactions never wait for each other.
  const keys = [`sign-in ${accountKey}`, `sign-in ${originKey}`].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`.execute(
    transaction,
  );
}

/** Failures after `since`. */
export async function countSignInFailures(
  database: Kysely<Database>,
  { accountKey, originKey }: SignInKeys,
  since: Date,
): Promise<{ ofAccount: CountRow; fromOrigin: CountRow; ofPair: CountRow }> {
  const count = async (condition: Partial<Record<'account_key' | 'origin_key', string>>): Promise<CountRow> => {
    const counted = await database
      .selectFrom('staff_sign_in_failures')
      .select((row) => [sql<number>`count(*)::int`.as('count'), row.fn.min<Date | null>('failed_at').as('oldest')])
      .where('failed_at', '>', since)
      .where((row) => row.and(condition))
      .executeTakeFirstOrThrow();
    return { count: counted.count, oldest: counted.oldest ?? undefined };
  };
  return {
    ofAccount: await count({ account_key: accountKey }),
    fromOrigin: await count({ origin_key: originKey }),
    ofPair: await count({ account_key: accountKey, origin_key: originKey }),
  };
}

/** Returns its id, by which it is taken back. */
export async function insertSignInFailure(
  database: Kysely<Database>,
  { accountKey, originKey }: SignInKeys,
  at: Date,
): Promise<string> {
  const { id } = await database
    .insertInto('staff_sign_in_failures')
    .values({ account_key: accountKey, origin_key: originKey, failed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteSignInFailure(database: Kysely<Database>, id: string): Promise<void> {
  await database.deleteFrom('staff_sign_in_failures').where('id', '=', id).execute();
}

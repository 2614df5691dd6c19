import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Endpoints that answered 410: they want to be told nothing more. */
interface GoneEndpointsTable {
  /** A URL may hold secrets. */
  url_digest: string;
  gone_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    gone_endpoints: GoneEndpointsTable;
  }
}

export async function isGone(database: Kysely<Database>, urlDigest: string): Promise<boolean> {
  const row = await database
    .selectFrom('gone_endpoints')
    .select('url_digest')
    .where('url_digest', '=', urlDigest)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertGone(database: Kysely<Database>, urlDigest: string, at: Date): Promise<void> {
  await database
    .insertInto('gone_endpoints')
    .values({ url_digest: urlDigest, gone_at: at })
    .onConflict((conflict) => conflict.column('url_digest').doNothing())
    .execute();
}

export async function deleteGone(database: Kysely<Database>, urlDigest: string): Promise<void> {
  await database.deleteFrom('gone_endpoints').where('url_digest', '=', urlDigest).execute();
}

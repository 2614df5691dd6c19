import { sql, type Kysely } from 'kysely';
import { fromKysely, type Db } from 'pg-boss';
import type { Database } from './schema.ts';

/**
 * The database as pg-boss takes one. Some of its texts begin and commit a transaction of their own: where one fails, the
 * connection must not go back to the pool within it.
 */
export function jobDatabase(database: Kysely<Database>): Db {
  return {
    executeSql: (text, values) =>
      database.connection().execute(async (connection) => {
        try {
          return await fromKysely(connection).executeSql(text, values);
        } catch (error) {
          await sql`rollback`.execute(connection).catch(() => undefined);
          throw error;
        }
      }),
  };
}

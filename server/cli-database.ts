import type { Kysely } from 'kysely';
import { CommandError } from './command-line.ts';
import { connectDatabase } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import type { Database } from './database/schema.ts';

/**
 * The database for a command line program of the server, brought up to date: the one `DATABASE_URL` names, which
 * `stack/with-database.ts` sets to that of `npm start`. The caller ends it with `destroy()`. Throws
 * {@link CommandError} when none is named, and MigrationError when it does not answer.
 */
export async function openCliDatabase(environment: NodeJS.ProcessEnv = process.env): Promise<Kysely<Database>> {
  const url = environment['DATABASE_URL'];
  if (!url) throw new CommandError('DATABASE_URL is missing: where PostgreSQL is, postgres://…');
  const database = connectDatabase(url);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

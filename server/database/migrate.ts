import { Migrator, type Kysely } from 'kysely';
import { installJobs } from './install-jobs.ts';
import { migrations } from './migrations/migrations.ts';
import type { Database } from './schema.ts';

/**
 * Brings the database to the newest schema, that of the jobs included. Servers that start together take turns (Kysely holds an advisory lock on
 * PostgreSQL), and running it again changes nothing. Throws {@link MigrationError}; the migration that failed is
 * rolled back.
 */
export async function migrate(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new MigrationError(error);
  await installJobs(database).catch((cause: unknown) => {
    throw new MigrationError(cause);
  });
}

/** The database is not reachable, or a migration failed; `cause` tells. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(cause: unknown) {
    super('The database could not be brought up to date', { cause });
  }
}

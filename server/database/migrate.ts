import { Migrator, type Kysely } from 'kysely';
import { migrations } from './migrations/migrations.ts';
import type { Database } from './schema.ts';

/**
 * Brings the database to the newest schema. Servers that start together take turns (Kysely holds an advisory lock on
 * PostgreSQL), and running it again changes nothing. Throws what a migration threw; that migration is rolled back.
 */
export async function migrate(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
}

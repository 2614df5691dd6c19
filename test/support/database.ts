import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import type { Database } from '../../server/database/schema.ts';
import type {} from './database-setup.ts';

export interface FreshDatabase {
  url: string;
  database: Kysely<Database>;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of this test file's own, migrated and empty, in the run's PostgreSQL. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, template } = inject('databases');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template ${template}`);
  const own = new URL(`/${name}`, url).href;
  const database = connectDatabase(own);
  return {
    url: own,
    database,
    async drop() {
      await database.destroy();
      await administer(url, `drop database ${name} with (force)`);
    },
  };
}

import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { connectDatabase } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from './bare-environment.ts';

/** The PostgreSQL of a run, and the migrated database in it that every test file copies. */
export interface TestDatabases {
  url: string;
  template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    databases: TestDatabases;
  }
}

const template = 'orderline_template';

/** Starts one PostgreSQL for the run and migrates the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startStack({ parts: ['database'], environment: bareEnvironment() });
  const { database: url } = stack.urls;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${template}`);
  // As PostgreSQL does with a prepared statement that has come often. A statement that has no such plan fails here at once.
  await client.query('alter role current_user set plan_cache_mode = force_generic_plan');
  await client.end();

  const database = connectDatabase(new URL(`/${template}`, url).href);
  await migrate(database);
  await database.destroy();
  project.provide('databases', { url, template });
  return () => stack.stop();
}

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { connectDatabase } from './connection.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';

test('brings an empty database up once, though several servers start at the same moment', async () => {
  const fresh = await freshDatabase();
  await sql`drop schema public, pgboss cascade`.execute(fresh.database);
  await sql`create schema public`.execute(fresh.database);
  const servers = Array.from({ length: 3 }, () => connectDatabase(fresh.url));
  await Promise.all(servers.map((server) => migrate(server)));
  const run = await fresh.database.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  expect(run.map(({ name }) => name)).toEqual(Object.keys(migrations));
  const { rows } = await sql`select version from pgboss.version`.execute(fresh.database);
  expect(rows).toHaveLength(1);
  await Promise.all(servers.map((server) => server.destroy()));
  await fresh.drop();
});

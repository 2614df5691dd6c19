import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { problemOf } from '../http/error-handler.ts';
import type { Database } from './schema.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
  await sql`create table things (id int)`.execute(fresh.database);
  await sql`insert into things values (1)`.execute(fresh.database);
});
afterEach(() => fresh.drop());

const find = (connection: Kysely<Database>, id: number) =>
  sql<Record<string, unknown>>`select * from things where id = ${id}`.execute(connection);

async function preparedBy(connection: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(connection);
  return rows.map(({ statement }) => statement);
}

const often = Array.from({ length: 10 }, (_, index) => index);
const addColumn = () => sql`alter table things add column name text`.execute(fresh.database);

test('a statement that comes often is prepared, whatever its values, and one that comes once is not', async () => {
  await fresh.database.connection().execute(async (connection) => {
    for (const id of often) expect((await find(connection, id)).rows).toHaveLength(id === 1 ? 1 : 0);
    await sql`select * from things where id > ${1}`.execute(connection);
    expect(await preparedBy(connection)).toEqual(['select * from things where id = $1']);
  });
});

test('a connection holds a bounded number of them', async () => {
  await fresh.database.connection().execute(async (connection) => {
    for (let column = 0; column < 150; column += 1) {
      for (let time = 0; time < 5; time += 1) await sql`select ${1}::int + ${sql.lit(column)}`.execute(connection);
    }
    expect(await preparedBy(connection)).toHaveLength(100);
  });
});

test('a table that a migration changes meanwhile is read as it is then', async () => {
  await fresh.database.connection().execute(async (connection) => {
    for (const id of often) await find(connection, id);
    await addColumn();
    expect((await find(connection, 1)).rows).toEqual([{ id: 1, name: null }]);
  });
});

test('in a transaction that is told as a fault that passes, once', async () => {
  const { database } = fresh;
  const read = (id = 1) => database.transaction().execute((transaction) => find(transaction, id));
  for (const id of often) await read(id);
  await addColumn();
  const error: unknown = await read().catch((reason: unknown) => reason);
  expect(problemOf(error)).toMatchObject({ status: 503 });
  expect((await read()).rows).toEqual([{ id: 1, name: null }]);
});

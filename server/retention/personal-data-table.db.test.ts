import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { personalData } from './personal-data-table.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('every table of the database has its rule', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%'`.execute(database.database);
  expect(Object.keys(personalData).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('what goes with its call really does', async () => {
  const { rows: hanging } = await sql<{ name: string }>`
    select conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'calls'::regclass and confdeltype = 'c'`.execute(database.database);
  const going = Object.entries(personalData).filter(([, rule]) => rule === 'goes with its call');
  expect(hanging.map(({ name }) => name)).toEqual(expect.arrayContaining(going.map(([name]) => name)));
});

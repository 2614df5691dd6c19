import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { findAuditEntries } from './audit-log-table.ts';
import { verifyPassword } from './password-hash.ts';
import { addStaff, disableStaff, enableStaff, resetPassword } from './staff-accounts.ts';
import { insertSession } from './staff-sessions-table.ts';
import { findAllStaff, findStaffByName } from './staff-table.ts';

const password = 'correct horse battery';
const at = new Date('2026-03-08T15:00:00Z');
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const sessions = () => fresh.database.selectFrom('staff_sessions').select('staff_id').execute();

async function openSessionOf(name: string) {
  const staff = await findStaffByName(fresh.database, name);
  await insertSession(fresh.database, { tokenHash: Buffer.from(name), staffId: staff?.id ?? '', at });
  expect(await sessions()).toHaveLength(1);
}

test('there is no account to begin with', async () => {
  expect(await findAllStaff(fresh.database)).toEqual([]);
});

test('adds an account, once', async () => {
  const anna = { name: 'Anna', role: 'staff', password } as const;
  expect(await addStaff(fresh.database, anna)).toEqual({ status: 'done' });
  expect(await addStaff(fresh.database, { ...anna, role: 'qa' })).toMatchObject({ status: 'refused' });
  expect(await findAllStaff(fresh.database)).toMatchObject([{ name: 'anna', role: 'staff', disabled_at: null }]);
});

test.each(['', 'a', '-x', 'two words', 'näme', 'x'.repeat(65)])('refuses "%s" as a name', async (name) => {
  const outcome = await addStaff(fresh.database, { name, role: 'staff', password });
  expect(outcome).toMatchObject({ status: 'refused', why: expect.stringMatching(/^A name has/) as string });
});

test('refuses a weak password', async () => {
  const outcome = await addStaff(fresh.database, { name: 'weak', role: 'qa', password: 'short' });
  expect(outcome).toMatchObject({ status: 'refused', why: expect.stringMatching(/too short/) as string });
});

test('gives a new password and ends the sessions', async () => {
  await openSessionOf('anna');
  expect(await resetPassword(fresh.database, { name: 'anna', password: 'another horse staple' })).toEqual({
    status: 'done',
  });
  expect(await sessions()).toEqual([]);
  const anna = await findStaffByName(fresh.database, 'anna');
  expect(await verifyPassword('another horse staple', anna?.password_hash ?? '')).toMatchObject({ isMatch: true });
});

test('disables an account and ends its sessions, and enables it again', async () => {
  await openSessionOf('anna');
  expect(await disableStaff(fresh.database, 'ANNA', at)).toEqual({ status: 'done' });
  expect(await sessions()).toEqual([]);
  expect(await findStaffByName(fresh.database, 'anna')).toMatchObject({ disabled_at: at });
  expect(await enableStaff(fresh.database, 'anna')).toEqual({ status: 'done' });
  expect(await findStaffByName(fresh.database, 'anna')).toMatchObject({ disabled_at: null });
});

test('says so when there is no such account', async () => {
  const unknown = { status: 'refused', why: 'There is no account carl; list shows those there are' };
  expect(await disableStaff(fresh.database, 'carl', at)).toEqual(unknown);
  expect(await enableStaff(fresh.database, 'carl')).toEqual(unknown);
  expect(await resetPassword(fresh.database, { name: 'carl', password })).toEqual(unknown);
});

test('writes down what was done', async () => {
  const entries = await findAuditEntries(fresh.database, { before: undefined, limit: 10 });
  expect(entries.map(({ act }) => act)).toEqual([
    'staff.enabled',
    'staff.disabled',
    'staff.password_reset',
    'staff.added',
  ]);
});

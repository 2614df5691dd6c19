import type { AuditResponse, SignedInStaff } from '@orderline/contract/staff.ts';
import { parseSetCookie } from 'cookie';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { hashPassword } from './password-hash.ts';
import { insertStaff, updateStaff } from './staff-table.ts';

const password = 'correct horse battery';
const start = new Date('2026-03-08T15:00:00Z');
const hour = 3_600_000;
let database: FreshDatabase;
let server: TestServer;
let now = start;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
beforeEach(() => {
  now = start;
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const signIn = (credentials: object, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: '/api/desk/sign-in', headers, payload: credentials });

const signOut = (cookie: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: '/api/desk/sign-out', headers: { cookie, ...headers } });

test('a session ends after eight hours without a request', async () => {
  const staff = await signInTestStaff(server);
  const statusAfter = async (hours: number) => {
    now = new Date(now.getTime() + hours * hour);
    return (await staff.get('/api/desk/me')).statusCode;
  };
  expect(await statusAfter(7.9)).toBe(200);
  expect(await statusAfter(7.9)).toBe(200);
  expect(await statusAfter(8)).toBe(401);
});

test('a session ends after seven days, however much it is used', async () => {
  const staff = await signInTestStaff(server);
  const statuses = [];
  for (let step = 0; step < 24; step += 1) {
    now = new Date(now.getTime() + 7 * hour);
    statuses.push((await staff.get('/api/desk/me')).statusCode);
  }
  expect(statuses).toEqual([...Array.from({ length: 23 }, () => 200), 401]);
});

test('refuses what changes something without the session’s own token', async () => {
  const [staff, other] = [await signInTestStaff(server), await signInTestStaff(server)];
  for (const headers of [{}, { 'orderline-csrf': 'x'.repeat(43) }, { 'orderline-csrf': other.csrf }]) {
    expect((await signOut(staff.cookie, headers)).json()).toMatchObject({ status: 403, code: 'csrf_token_needed' });
  }
  expect((await staff.get('/api/desk/me')).statusCode).toBe(200);
});

test('refuses pages that are not its own, those of the shop included', async () => {
  const { cookie, csrf } = await signInTestStaff(server);
  for (const origin of ['https://shop.example', 'https://evil.example', 'null']) {
    const forbidden = { status: 403, code: 'forbidden_origin' };
    expect((await signIn({ name: 'anna', password }, { origin })).json()).toMatchObject(forbidden);
    expect((await signOut(cookie, { 'orderline-csrf': csrf, origin })).json()).toMatchObject(forbidden);
  }
  const { origin } = new URL(server.config.publicUrl);
  expect((await signOut(cookie, { 'orderline-csrf': csrf, origin })).statusCode).toBe(204);
});

test('signing out ends the session, and takes the cookie away', async () => {
  const staff = await signInTestStaff(server);
  const answer = await staff.post('/api/desk/sign-out');
  expect(answer.statusCode).toBe(204);
  expect(parseSetCookie(String(answer.headers['set-cookie']))).toMatchObject({ value: '', maxAge: 0 });
  expect((await staff.get('/api/desk/me')).statusCode).toBe(401);
  expect((await staff.post('/api/desk/sign-out')).statusCode).toBe(401);
});

test('disabling an account ends its sessions', async () => {
  const staff = await signInTestStaff(server);
  expect((await staff.get('/api/desk/me')).statusCode).toBe(200);
  await updateStaff(database.database, staff.id, { disabled_at: start });
  expect((await staff.get('/api/desk/me')).statusCode).toBe(401);
});

test.each(['/api/desk/me', '/api/desk/audit'])('%s is for those who signed in, qa too', async (url) => {
  expect((await server.app.inject({ method: 'GET', url })).statusCode).toBe(401);
  expect((await (await signInTestStaff(server, 'qa')).get(url)).statusCode).toBe(200);
});

test('a new password takes the place of the old one, and ends the other sessions', async () => {
  await insertStaff(database.database, { name: 'bert', role: 'qa', password_hash: await hashPassword(password) });
  const [own, other] = [await signIn({ name: 'bert', password }), await signIn({ name: 'bert', password })];
  const cookieOf = ({ headers }: typeof own) => String(headers['set-cookie']).split(';')[0] ?? '';
  const me = (answer: typeof own) =>
    server.app.inject({ method: 'GET', url: '/api/desk/me', headers: { cookie: cookieOf(answer) } });
  const change = (current_password: string, new_password: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/desk/password',
      headers: { cookie: cookieOf(own), 'orderline-csrf': own.json<SignedInStaff>().csrf_token },
      payload: { current_password, new_password },
    });
  expect((await change(password, 'short')).json()).toMatchObject({ status: 422, code: 'password_refused' });
  expect((await change('not mine at all', 'quite another one')).json()).toMatchObject({ code: 'sign_in_failed' });
  expect((await change(password, 'quite another one')).statusCode).toBe(204);
  expect((await me(own)).statusCode).toBe(200);
  expect((await me(other)).statusCode).toBe(401);
  expect((await signIn({ name: 'bert', password })).statusCode).toBe(401);
  expect((await signIn({ name: 'bert', password: 'quite another one' })).statusCode).toBe(200);
});

test('writes every act down, and of a name that does not exist not even that', async () => {
  const anna = await insertStaff(database.database, {
    name: 'anna',
    role: 'staff',
    password_hash: await hashPassword(password),
  });
  const answer = await signIn({ name: 'anna', password });
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';');
  const csrf = answer.json<SignedInStaff>().csrf_token;
  await signIn({ name: 'anna', password: 'wrong horse battery' });
  await signIn({ name: 'a password, mistyped', password });
  await signOut(cookie, { 'orderline-csrf': csrf });

  const { entries } = (await (await signInTestStaff(server)).get('/api/desk/audit?limit=4')).json<AuditResponse>();
  expect(entries.map(({ act, staff, subject }) => `${staff ?? 'nobody'} ${act} ${subject}`)).toEqual([
    `anna staff.signed_out staff:${anna?.id}`,
    'nobody staff.sign_in_failed staff:unknown',
    `nobody staff.sign_in_failed staff:${anna?.id}`,
    `anna staff.signed_in staff:${anna?.id}`,
  ]);
});

test('pages through the audit log', async () => {
  const staff = await signInTestStaff(server, 'qa');
  const read = async (query: string) => (await staff.get(`/api/desk/audit?${query}`)).json<AuditResponse>();
  for (let session = 0; session < 4; session += 1) await (await signInTestStaff(server)).post('/api/desk/sign-out');
  const all = await read('limit=200');
  const first = await read('limit=2');
  const second = await read(`limit=2&before=${first.next}`);
  expect([...first.entries, ...second.entries]).toEqual(all.entries.slice(0, 4));
  expect(all.next).toBeUndefined();
  expect((await staff.get('/api/desk/audit?limit=201')).statusCode).toBe(400);
  expect((await staff.get('/api/desk/audit?before=x')).statusCode).toBe(400);
});

test('the audit log can only be added to', async () => {
  await (await signInTestStaff(server)).post('/api/desk/sign-out');
  for (const statement of [
    sql`update audit_log set act = 'nothing'`,
    sql`delete from audit_log`,
    sql`truncate audit_log`,
  ]) {
    await expect(statement.execute(database.database)).rejects.toThrow('the audit log is only added to');
  }
});

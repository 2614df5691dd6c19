import type { SignedInStaff } from '@orderline/contract/staff.ts';
import { parseSetCookie } from 'cookie';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { hashPassword } from './password-hash.ts';
import { findStaffByName, insertStaff, updateStaff } from './staff-table.ts';

const password = 'correct horse battery';
/** "password" with the parameters of RFC 7914, section 12: quick, and not what we use. */
const lightHash =
  '$scrypt$ln=10,r=8,p=16$TmFDbA$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA';
const start = new Date('2026-03-08T15:00:00Z');
let database: FreshDatabase;
let server: TestServer;
let now = start;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now, config: { trustProxy: true } });
  await insertStaff(database.database, { name: 'anna', role: 'staff', password_hash: await hashPassword(password) });
  await insertStaff(database.database, { name: 'light', role: 'qa', password_hash: lightHash });
});
beforeEach(() => {
  now = start;
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

let addresses = 0;
/** Each sign-in from an address of its own, unless a test is about that. */
const anyAddress = () => `192.0.2.${(addresses += 1)}`;

interface Attempt {
  readonly name?: string;
  readonly password?: string;
  readonly ip?: string;
  readonly headers?: Record<string, string>;
}

const signIn = ({ ip = anyAddress(), headers, ...credentials }: Attempt = {}) =>
  server.app.inject({
    method: 'POST',
    url: '/api/desk/sign-in',
    headers: { 'x-forwarded-for': ip, ...headers },
    payload: { name: 'anna', password, ...credentials },
  });

const cookieOf = ({ headers }: Awaited<ReturnType<typeof signIn>>) => String(headers['set-cookie']).split(';')[0] ?? '';

const me = (cookie: string) => server.app.inject({ method: 'GET', url: '/api/desk/me', headers: { cookie } });

test('signs in with name and password, in whatever case the name is typed', async () => {
  const answer = await signIn({ name: ' Anna ' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json<SignedInStaff>()).toMatchObject({ name: 'anna', role: 'staff' });
  expect(answer.json<SignedInStaff>().csrf_token).toMatch(/^[\w-]{43}$/);
  expect((await me(cookieOf(answer))).json()).toEqual(answer.json());
});

test('keeps the session in a cookie that scripts and other sites cannot use', async () => {
  const answer = await signIn();
  const cookie = parseSetCookie(String(answer.headers['set-cookie']));
  expect(cookie).toMatchObject({ name: 'orderline-desk', path: '/', httpOnly: true, sameSite: 'strict' });
  expect(cookie).not.toHaveProperty('domain');
  expect(cookie.value).toMatch(/^[\w-]{43}$/);
  expect(answer.body).not.toContain(cookie.value);
});

test('over https the cookie is secure and of this host alone', async () => {
  const secure = await testServer(database, { config: { publicUrl: 'https://desk.example' } });
  const answer = await secure.app.inject({
    method: 'POST',
    url: '/api/desk/sign-in',
    payload: { name: 'anna', password },
  });
  await secure.app.close();
  expect(answer.headers['set-cookie']).toMatch(
    /^__Host-orderline-desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
});

test('keeps neither token nor password in the database', async () => {
  const [, token = ''] = cookieOf(await signIn()).split('=');
  const { rows } = await sql<{ row: string }>`
    select staff::text as row from staff union all select staff_sessions::text from staff_sessions
    union all select audit_log::text from audit_log`.execute(database.database);
  expect(rows.filter(({ row }) => row.includes(token) || row.includes(password))).toEqual([]);
});

test('answers a wrong password, an unknown name and a disabled account alike', async () => {
  const password_hash = await hashPassword(password);
  const gone = await insertStaff(database.database, { name: 'gone', role: 'staff', password_hash });
  await updateStaff(database.database, gone?.id ?? '', { disabled_at: start });
  const answers = [
    await signIn({ password: 'wrong horse battery' }),
    await signIn({ name: 'nobody' }),
    await signIn({ name: 'gone' }),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(answers[0]?.json()).toMatchObject({ code: 'sign_in_failed' });
  expect(answers.flatMap(({ headers }) => headers['set-cookie'] ?? [])).toEqual([]);
});

test('locks an address out of an account after five wrong passwords', async () => {
  const ip = anyAddress();
  const statuses = [];
  for (let guess = 0; guess < 5; guess += 1) {
    statuses.push((await signIn({ name: 'light', ip, password: `wrong ${guess}` })).statusCode);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401]);
  const right = { name: 'light', ip, password: 'password' };
  const locked = await signIn(right);
  expect(locked.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(locked.headers['retry-after']).toBe('900');

  now = new Date(start.getTime() + 15 * 60_000 - 1000);
  expect((await signIn(right)).headers['retry-after']).toBe('1');
  now = new Date(start.getTime() + 15 * 60_000);
  expect((await signIn(right)).statusCode).toBe(200);
});

test('locks a name that does not exist in the same way, also when all guesses come at once', async () => {
  const ip = anyAddress();
  const answers = await Promise.all(Array.from({ length: 7 }, () => signIn({ name: 'nobody', ip })));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(2);
});

test('parallel sign-ins each get a session of their own', async () => {
  const answers = await Promise.all(Array.from({ length: 3 }, () => signIn()));
  const cookies = answers.map(cookieOf);
  expect(new Set(cookies).size).toBe(3);
  for (const cookie of cookies) expect((await me(cookie)).statusCode).toBe(200);
});

test('makes a new session at each sign-in, never the one a browser brought, and ends that one', async () => {
  const before = cookieOf(await signIn());
  const again = cookieOf(await signIn({ headers: { cookie: before } }));
  expect(again).not.toBe(before);
  expect((await me(before)).statusCode).toBe(401);
  const planted = `orderline-desk=${'A'.repeat(43)}`;
  expect(cookieOf(await signIn({ headers: { cookie: planted } }))).not.toBe(planted);
  expect((await me(planted)).statusCode).toBe(401);
});

test('makes a hash anew that was made with other parameters', async () => {
  await insertStaff(database.database, { name: 'old', role: 'qa', password_hash: lightHash });
  const old = { name: 'old', password: 'password' };
  expect((await signIn(old)).statusCode).toBe(200);
  expect((await findStaffByName(database.database, 'old'))?.password_hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  expect((await signIn(old)).statusCode).toBe(200);
});

test.each([
  {},
  { name: 'anna' },
  { name: '', password },
  { name: 'anna', password: 'x'.repeat(300) },
  { name: 1, password },
  { name: 'an\u0000na', password },
  { name: 'anna\ud800', password },
])('refuses a request of another form: %#', async (payload) => {
  const answer = await server.app.inject({ method: 'POST', url: '/api/desk/sign-in', payload });
  expect(answer.json()).toMatchObject({ status: 400, code: 'malformed' });
  expect(answer.body).not.toContain('xxx');
});

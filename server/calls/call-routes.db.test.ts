import type { JoinResponse } from '@orderline/contract/call.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { bearer, joinTestCall, openTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';

let database: FreshDatabase;
let server: TestServer;
let now = new Date('2026-03-08T15:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const newCall = async () => joinTestCall(server.app, (await openTestCall(server.app)).id);

const post = (path: string, token: string, payload: object) =>
  server.app.inject({ method: 'POST', url: path, headers: bearer(token), payload });

const record = ({ call_id, call_token }: JoinResponse, events: object[]) =>
  post(`/api/calls/${call_id}/events`, call_token, { events });

const end = ({ call_id, call_token }: JoinResponse, reason: string) =>
  post(`/api/calls/${call_id}/end`, call_token, { reason });

const turn = (id: string, text: string) => ({
  kind: 'turn',
  id,
  role: 'customer',
  text,
  by: 'voice',
  at: now.toISOString(),
});

test('stores each event once by its id, in the order in which they came', async () => {
  const call = await newCall();
  await record(call, [turn('b', 'one'), turn('a', 'two')]);
  // The answer was lost, so the worker sends again, with what has come since.
  await record(call, [turn('a', 'two, again'), turn('c', 'three')]);
  const { conversation } = await joinTestCall(server.app, call.call_id);
  expect(conversation).toMatchObject([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
});

test('keeps events of one id apart when they belong to different calls', async () => {
  const [first, second] = [await newCall(), await newCall()];
  await record(first, [turn('1', 'of the first')]);
  await record(second, [turn('1', 'of the second')]);
  expect((await joinTestCall(server.app, second.call_id)).conversation).toMatchObject([{ text: 'of the second' }]);
});

test('lets no card number into the database', async () => {
  const call = await newCall();
  const tool = { kind: 'tool_call', id: 't', name: 'order_lookup', is_error: false, at: now.toISOString(), took_ms: 3 };
  await record(call, [
    turn('1', 'It is 4242 4242 4242 4242'),
    { ...tool, arguments: '{"q":"4242424242424242"}', output: '4242-4242-4242-4242' },
  ]);
  const { conversation } = await joinTestCall(server.app, call.call_id);
  expect(conversation).toHaveLength(2);
  expect(JSON.stringify(conversation)).not.toMatch(/4242\D?4242/);
});

test('stores a turn whatever characters are in it, and with it those that come after', async () => {
  const call = await newCall();
  await record(call, [turn('1', 'a\u0000b'), turn('2', 'half of a pair: \ud83d'), turn('3', 'fine')]);
  const { conversation } = await joinTestCall(server.app, call.call_id);
  expect(conversation).toMatchObject([{ text: 'a\uFFFDb' }, { text: 'half of a pair: \uFFFD' }, { text: 'fine' }]);
});

test('refuses events that do not have the form of the contract, saying where', async () => {
  const call = await newCall();
  const answer = await record(call, [{ ...turn('1', 'Hello'), role: 'bystander' }]);
  expect(answer.json()).toMatchObject({ status: 400, code: 'malformed' });
  expect(answer.json<{ detail: string }>().detail).toContain('body.events.0.role');
});

test('ends a call once, and says so however often it is asked', async () => {
  const call = await newCall();
  const first = await end(call, 'goodbye');
  expect(first.json()).toEqual({ ended_at: now.toISOString(), reason: 'goodbye' });
  expect((await end(call, 'failed')).json()).toEqual(first.json());
  expect(server.rooms.rooms.has(call.call_id)).toBe(false);
});

test('ends a call though LiveKit is away', async () => {
  const call = await newCall();
  server.rooms.isAway = true;
  const answer = await end(call, 'goodbye');
  server.rooms.isAway = false;
  expect(answer.statusCode).toBe(200);
});

test('takes the last words for a minute after the end, and nothing after it', async () => {
  const call = await newCall();
  await end(call, 'goodbye');
  const ended = now;
  now = new Date(ended.getTime() + 59_000);
  expect((await record(call, [turn('last', 'Bye')])).statusCode).toBe(204);
  now = new Date(ended.getTime() + 60_000);
  expect((await record(call, [turn('later', 'Hello?')])).json()).toMatchObject({ status: 409, code: 'call_ended' });
});

test('opens one call with the token of one, and no other', async () => {
  const [mine, other] = [await newCall(), await newCall()];
  const foreign = { ...mine, call_id: other.call_id };
  expect((await record(foreign, [turn('1', 'Hello')])).statusCode).toBe(401);
  expect((await end(foreign, 'goodbye')).statusCode).toBe(401);
  const commands = await server.app.inject({
    url: `/api/calls/${other.call_id}/commands`,
    headers: bearer(mine.call_token),
  });
  expect(commands.statusCode).toBe(401);
});

test('takes no token that is missing, forged, expired or a visitor’s', async () => {
  const { id, visit_token } = await openTestCall(server.app);
  const call = await joinTestCall(server.app, id);
  const [header, , signature] = call.call_token.split('.');
  const claims = Buffer.from(JSON.stringify({ sub: id, aud: 'call', generation: 1, exp: 4_000_000_000 }));
  const forged = [header, claims.toString('base64url'), signature].join('.');
  for (const token of ['', 'nonsense', forged, visit_token]) {
    expect((await record({ ...call, call_token: token }, [turn('1', 'Hello')])).statusCode).toBe(401);
  }
  const before = now;
  now = new Date(before.getTime() + 7 * 3_600_000);
  expect((await record(call, [turn('1', 'Hello')])).statusCode).toBe(401);
  now = before;
});

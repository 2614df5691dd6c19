import type { TokenResponse } from '@orderline/contract/token.ts';
import { decodeJwt } from 'jose';
import { TokenSource } from 'livekit-client';
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

const post = (path: string, options: { token?: string; payload?: object } = {}) =>
  server.app.inject({
    method: 'POST',
    url: path,
    ...(options.token === undefined ? {} : { headers: bearer(options.token) }),
    ...(options.payload === undefined ? {} : { payload: options.payload }),
  });

async function endCall(id: string) {
  const { call_token } = await joinTestCall(server.app, id);
  await post(`/api/calls/${id}/end`, { token: call_token, payload: { reason: 'goodbye' } });
}

test('answers livekit-client’s TokenSource as it is', async () => {
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const tokens = await TokenSource.endpoint(`${url}/api/token`).fetch({});
  expect(tokens.serverUrl).toBe('ws://127.0.0.1:9');
  expect(decodeJwt(tokens.participantToken)).toMatchObject({ video: { roomJoin: true } });
});

test('opens a call with its room and the agent dispatched', async () => {
  const { id } = await openTestCall(server.app);
  expect(server.rooms.rooms.get(id)).toEqual({
    agents: [],
    dispatches: [expect.objectContaining({ state: 'waiting' })],
  });
});

test.each(['room', 'room_name', 'identity', 'participant_identity', 'room_config', 'metadata', 'participant_metadata'])(
  'does not let a visitor choose %s',
  async (field) => {
    const answer = await post('/api/token', { payload: { [field]: 'mine' } });
    expect(answer.json()).toMatchObject({ status: 400, code: 'malformed' });
  },
);

test('gives every visitor a room and an identity of their own', async () => {
  const [first, second] = [await openTestCall(server.app), await openTestCall(server.app)];
  expect(first.id).not.toBe(second.id);
  expect(first.identity).not.toBe(second.identity);
});

test('says at once that calls are not possible while LiveKit is away, and leaves no call open', async () => {
  const openCalls = () => database.database.selectFrom('calls').select('id').where('ended_at', 'is', null).execute();
  const before = await openCalls();
  server.rooms.isAway = true;
  const answer = await post('/api/token');
  server.rooms.isAway = false;
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('2');
  expect(answer.json()).toMatchObject({ code: 'unavailable' });
  expect(await openCalls()).toEqual(before);
});

test('lets a visitor come back to the same call as the same participant', async () => {
  const { id, identity, visit_token } = await openTestCall(server.app);
  const answer = await post('/api/visit/resume', { token: visit_token, payload: {} });
  const { participant_token } = answer.json<TokenResponse>();
  expect(decodeJwt(participant_token)).toMatchObject({ sub: identity, video: { room: id } });
});

test('shows what was said, without tool calls and notes', async () => {
  const { id, visit_token } = await openTestCall(server.app);
  const { call_token } = await joinTestCall(server.app, id);
  const at = now.toISOString();
  const turn = { kind: 'turn', id: 'a', role: 'agent', text: 'Your order number?', by: 'voice', at };
  const lookup = {
    kind: 'tool_call',
    id: 'b',
    name: 'order_lookup',
    arguments: '{}',
    output: '{}',
    is_error: false,
    at,
    took_ms: 2,
  };
  await post(`/api/calls/${id}/events`, {
    token: call_token,
    payload: { events: [{ ...turn, note: { asked: 'number' } }, lookup] },
  });
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/visit/transcript',
    headers: bearer(visit_token),
  });
  expect(answer.json()).toEqual({ turns: [{ id: 'a', role: 'agent', text: 'Your order number?', by: 'voice', at }] });
});

test('tells a visitor who comes back too late that the call has ended', async () => {
  const { id, visit_token } = await openTestCall(server.app);
  await endCall(id);
  expect((await post('/api/visit/resume', { token: visit_token })).json()).toMatchObject({
    status: 409,
    code: 'call_ended',
  });
  const transcript = await server.app.inject({
    method: 'POST',
    url: '/api/visit/transcript',
    headers: bearer(visit_token),
  });
  expect(transcript.json()).toMatchObject({ code: 'call_ended' });
});

test('keeps a message once, also after the call, for a day', async () => {
  const { id, visit_token } = await openTestCall(server.app);
  await endCall(id);
  const payload = { text: 'Nobody came', contact: 'me@example.com' };
  const opened = now;
  now = new Date(opened.getTime() + 23 * 3_600_000);
  expect((await post('/api/visit/message', { token: visit_token, payload })).statusCode).toBe(204);
  expect((await post('/api/visit/message', { token: visit_token, payload })).statusCode).toBe(204);
  const kept = await database.database.selectFrom('visitor_messages').selectAll().where('call_id', '=', id).execute();
  expect(kept).toMatchObject([{ text: 'Nobody came', contact: 'me@example.com' }]);
  now = new Date(opened.getTime() + 25 * 3_600_000);
  expect((await post('/api/visit/message', { token: visit_token, payload })).statusCode).toBe(401);
  now = opened;
});

test('takes only a visit token', async () => {
  const { id } = await openTestCall(server.app);
  const { call_token } = await joinTestCall(server.app, id);
  for (const options of [{}, { token: call_token }, { token: 'nonsense' }]) {
    expect((await post('/api/visit/resume', options)).statusCode).toBe(401);
    expect(
      (await post('/api/visit/message', { ...options, payload: { text: 'x', contact: 'abcde' } })).statusCode,
    ).toBe(401);
  }
});

test('limits how many calls one address may open, and says when to try again', async () => {
  const limited = await testServer(database, { config: { callsPerMinute: { perAddress: 2, inAll: 100 } } });
  const statuses = [];
  for (let call = 0; call < 3; call += 1)
    statuses.push((await limited.app.inject({ method: 'POST', url: '/api/token' })).statusCode);
  const refused = await limited.app.inject({ method: 'POST', url: '/api/token' });
  await limited.app.close();
  expect(statuses).toEqual([201, 201, 429]);
  expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test('limits how many calls may be opened in all', async () => {
  const limited = await testServer(database, {
    config: { callsPerMinute: { perAddress: 100, inAll: 2 }, trustProxy: true },
  });
  const from = (ip: string) =>
    limited.app.inject({ method: 'POST', url: '/api/token', headers: { 'x-forwarded-for': ip } });
  const statuses = [];
  for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) statuses.push((await from(ip)).statusCode);
  await limited.app.close();
  expect(statuses).toEqual([201, 201, 429]);
});

import type { JoinResponse } from '@orderline/contract/call.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import {
  bearer,
  joinTestCall,
  openTestCall,
  testServer,
  workerKey,
  type TestServer,
} from '../../test/support/test-server.ts';
import { findCall } from './calls-table.ts';

let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => new Date('2026-03-09T03:30:00Z') });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const join = (room: string, token = workerKey) =>
  server.app.inject({ method: 'POST', url: '/api/calls/join', headers: bearer(token), payload: { room } });

const say = ({ call_id, call_token }: JoinResponse, id: string) =>
  server.app.inject({
    method: 'POST',
    url: `/api/calls/${call_id}/events`,
    headers: bearer(call_token),
    payload: { events: [{ kind: 'turn', id, role: 'agent', text: 'Hello', by: 'voice', at: '2026-03-09T03:30:00Z' }] },
  });

test('gives a job all it needs to begin', async () => {
  const { id, identity } = await openTestCall(server.app);
  const call = await joinTestCall(server.app, id);
  expect(call).toMatchObject({
    call_id: id,
    generation: 1,
    channel: 'web',
    customer_identity: identity,
    // Still Sunday evening where the store is.
    today: '2026-03-08',
    verified_orders: [],
    conversation: [],
  });
  expect(call.attempts_left).toBeGreaterThan(0);
  expect(call.profile.phrases.opening).not.toBe('');
});

test('gives jobs that join at the same moment different generations, and lets only the newest go on', async () => {
  const { id } = await openTestCall(server.app);
  const calls = await Promise.all(Array.from({ length: 5 }, () => joinTestCall(server.app, id)));
  expect(calls.map(({ generation }) => generation).sort()).toEqual([1, 2, 3, 4, 5]);

  const answers = await Promise.all(
    calls.map(async (call) => ({ generation: call.generation, status: (await say(call, 'hello')).statusCode })),
  );
  expect(answers.filter(({ status }) => status === 204)).toEqual([{ generation: 5, status: 204 }]);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
});

test('tells an older job why it may not go on', async () => {
  const { id } = await openTestCall(server.app);
  const older = await joinTestCall(server.app, id);
  await joinTestCall(server.app, id);
  expect((await say(older, 'late')).json()).toMatchObject({ status: 409, code: 'call_superseded' });
});

test('hands the conversation so far to the next job', async () => {
  const { id } = await openTestCall(server.app);
  await say(await joinTestCall(server.app, id), 'first');
  const next = await joinTestCall(server.app, id);
  expect(next.conversation).toMatchObject([{ kind: 'turn', id: 'first', text: 'Hello' }]);
});

test('refuses a room that is no call, a call that has ended, and a key that is not the workers’', async () => {
  const { id } = await openTestCall(server.app);
  const { call_token } = await joinTestCall(server.app, id);
  await server.app.inject({
    method: 'POST',
    url: `/api/calls/${id}/end`,
    headers: bearer(call_token),
    payload: { reason: 'goodbye' },
  });
  expect((await join(id)).json()).toMatchObject({ status: 409, code: 'call_ended' });
  expect((await join('call_0000000000000000')).json()).toMatchObject({ status: 404, code: 'not_found' });
  expect((await join('lobby')).json()).toMatchObject({ status: 400, code: 'malformed' });
  expect((await join(id, 'another key')).json()).toMatchObject({ status: 401, code: 'unauthorized' });
});

const ann = { identity: 'sip_0123456789abcdef', callerNumber: '+12125550199', dialledNumber: '+15550100' };

test('opens a phone call for the job that livekit-sip has brought, once its caller is there', async () => {
  const room = 'call_+15550100_AbCdEfGhJkLm';
  server.rooms.rooms.set(room, { agents: [], dispatches: [] });
  const joining = joinTestCall(server.app, room);
  const timer = setTimeout(() => {
    server.rooms.rooms.set(room, { agents: [], dispatches: [], phoneCaller: ann });
  }, 100);
  const call = await joining;
  clearTimeout(timer);
  expect(call).toMatchObject({
    call_id: room,
    channel: 'phone',
    customer_identity: ann.identity,
    generation: 1,
    conversation: [],
  });
  expect(await findCall(server.database, room)).toMatchObject({
    caller_number: '+12125550199',
    dialled_number: '+15550100',
    origin_key: expect.stringMatching(/^phone:/) as string,
  });
  expect(JSON.stringify(call)).not.toContain('2125550199');

  expect(await joinTestCall(server.app, room)).toMatchObject({ call_id: room, generation: 2 });
  await server.app.inject({
    method: 'POST',
    url: `/api/calls/${room}/end`,
    headers: bearer((await joinTestCall(server.app, room)).call_token),
    payload: { reason: 'goodbye' },
  });
  expect((await join(room)).json()).toMatchObject({ code: 'call_ended' });
});

test('opens one call for jobs that join a phone room at the same moment', async () => {
  const room = 'call_+15550100_MnPqRsTuVwXy';
  server.rooms.rooms.set(room, { agents: [], dispatches: [], phoneCaller: { ...ann, callerNumber: undefined } });
  const calls = await Promise.all([joinTestCall(server.app, room), joinTestCall(server.app, room)]);
  expect(calls.map(({ generation }) => generation).sort()).toEqual([1, 2]);
  expect(await findCall(server.database, room)).toMatchObject({ caller_number: null });
});

test('makes no call of a room in which nobody telephones, and says so when LiveKit is away', async () => {
  const room = 'call_+15550100_ZzYyXxWwVvUu';
  expect((await join(room)).json()).toMatchObject({ code: 'not_found' });
  server.rooms.isAway = true;
  expect((await join(room)).statusCode).toBe(503);
  server.rooms.isAway = false;
});

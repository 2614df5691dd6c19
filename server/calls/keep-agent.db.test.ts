import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { testContext } from '../../test/support/test-server.ts';
import { attachStream, lockQuietCalls, markStreamLost } from './agent-presence-table.ts';
import { findCall, raiseGeneration, type CallRow } from './calls-table.ts';
import { dispatchWhereNeeded } from './keep-agent.ts';
import { openCall } from './open-call.ts';

const stream = '00000000-0000-4000-8000-000000000000';

let fresh: FreshDatabase;
let rooms: MemoryRooms;
let context: AppContext;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await fresh.database.deleteFrom('calls').execute();
  rooms = new MemoryRooms();
  context = testContext(fresh, rooms);
});

async function newCall(): Promise<string> {
  await openCall(context, { originKey: 'ip:test' });
  const { id } = await fresh.database.selectFrom('calls').select('id').executeTakeFirstOrThrow();
  return id;
}

/** A job has joined, is in its room and holds its command stream. */
async function busyCall(): Promise<string> {
  const id = await newCall();
  const call = await raiseGeneration(fresh.database, id);
  await attachStream(fresh.database, { callId: id, generation: call?.generation ?? 0, stream });
  const room = roomOf(id);
  room.agents = ['agent-1'];
  room.dispatches = room.dispatches.map((dispatch) => ({ ...dispatch, state: 'taken' }));
  return id;
}

type Instant = 'dispatched_at' | 'agent_seen_at' | 'agent_lost_at';

const ago = (column: Instant, seconds: number) =>
  sql`update calls set ${sql.ref(column)} = clock_timestamp() - ${seconds} * interval '1 second'`.execute(
    fresh.database,
  );

function roomOf(id: string) {
  const room = rooms.rooms.get(id);
  if (room === undefined) throw new Error('The room is gone');
  return room;
}

const stored = async (id: string): Promise<CallRow | undefined> => findCall(fresh.database, id);

test('leaves a call alone whose agent is there', async () => {
  const id = await busyCall();
  await ago('dispatched_at', 60);
  await dispatchWhereNeeded(context);
  expect(roomOf(id)).toEqual({ agents: ['agent-1'], dispatches: [{ id: 'dispatch 1', state: 'taken' }] });
});

test('replaces a job that died: its ghost and its dispatch go, a new dispatch comes', async () => {
  const id = await busyCall();
  await markStreamLost(fresh.database, stream);
  await ago('agent_lost_at', 0.8);
  await dispatchWhereNeeded(context);
  expect(roomOf(id)).toEqual({ agents: [], dispatches: [{ id: 'dispatch 2', state: 'waiting' }] });
});

test('gives a broken stream the time to reconnect', async () => {
  const id = await busyCall();
  await markStreamLost(fresh.database, stream);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).agents).toEqual(['agent-1']);
});

test('replaces a job whose server is gone with the stream', async () => {
  const id = await busyCall();
  await ago('agent_seen_at', 6);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 2', state: 'waiting' }]);
});

test('dispatches anew when no worker took the first dispatch', async () => {
  const id = await newCall();
  await ago('dispatched_at', 5);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 2', state: 'waiting' }]);
});

test('does not take its job from a worker that is slow to join', async () => {
  const id = await newCall();
  roomOf(id).dispatches = [{ id: 'slow', state: 'taken' }];
  await ago('dispatched_at', 5);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).dispatches).toEqual([{ id: 'slow', state: 'taken' }]);
});

test('does not remove an agent that is in the room and about to join', async () => {
  const id = await newCall();
  roomOf(id).agents = ['agent-1'];
  await ago('dispatched_at', 5);
  await dispatchWhereNeeded(context);
  expect(roomOf(id)).toEqual({ agents: ['agent-1'], dispatches: [{ id: 'dispatch 1', state: 'waiting' }] });
});

test('gives up on a worker that took the job and never joined', async () => {
  const id = await newCall();
  roomOf(id).dispatches = [{ id: 'stuck', state: 'taken' }];
  for (let look = 0; look < 4; look += 1) {
    await ago('dispatched_at', 5);
    await dispatchWhereNeeded(context);
  }
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 2', state: 'waiting' }]);
});

test('goes on dispatching every two seconds until a job joins, and then stops', async () => {
  const id = await newCall();
  await ago('dispatched_at', 5);
  await dispatchWhereNeeded(context);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 2', state: 'waiting' }]);
  await ago('dispatched_at', 2.1);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 3', state: 'waiting' }]);
  await raiseGeneration(fresh.database, id);
  await ago('dispatched_at', 2.1);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 3', state: 'waiting' }]);
});

test('dispatches one agent however many servers look at the same moment', async () => {
  const id = await newCall();
  await ago('dispatched_at', 5);
  await Promise.all(Array.from({ length: 5 }, () => dispatchWhereNeeded(context)));
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 2', state: 'waiting' }]);
  expect((await stored(id))?.dispatches).toBe(2);
});

test('leaves a call to the server that is looking at it', async () => {
  const id = await newCall();
  await ago('dispatched_at', 5);
  await fresh.database.transaction().execute(async (otherServer) => {
    expect(await lockQuietCalls(otherServer)).toHaveLength(1);
    await dispatchWhereNeeded(context);
  });
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 1', state: 'waiting' }]);
});

test('ends a call whose room has closed', async () => {
  const id = await busyCall();
  await markStreamLost(fresh.database, stream);
  await ago('agent_lost_at', 1);
  rooms.rooms.clear();
  await dispatchWhereNeeded(context);
  expect(await stored(id)).toMatchObject({ end_reason: 'room_closed' });
});

test('keeps a call open while LiveKit is away, and goes on when it is back', async () => {
  const id = await newCall();
  rooms.isAway = true;
  await ago('dispatched_at', 5);
  await dispatchWhereNeeded(context);
  expect((await stored(id))?.ended_at).toBeNull();
  rooms.isAway = false;
  await ago('dispatched_at', 5);
  await dispatchWhereNeeded(context);
  expect(roomOf(id).dispatches).toEqual([{ id: 'dispatch 2', state: 'waiting' }]);
});

test('ends a call that has been open longer than any call lasts', async () => {
  const id = await busyCall();
  const tomorrow = { ...context, clock: () => new Date(Date.now() + 5 * 3_600_000) };
  await dispatchWhereNeeded(tomorrow);
  expect(await stored(id)).toMatchObject({ end_reason: 'room_closed' });
  expect(rooms.rooms.has(id)).toBe(false);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readCommands } from '../../test/support/command-reader.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { patience } from '../../test/support/patience.ts';
import { bearer, joinTestCall, openTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';
import { findCall } from './calls-table.ts';

/** Two server processes, as far as a database can tell. */
let database: FreshDatabase;
let first: TestServer & { url: string };
let second: TestServer & { url: string };

beforeEach(async () => {
  database = await freshDatabase();
  const rooms = new MemoryRooms();
  const listening = async () => {
    const server = await testServer(database, { rooms });
    return { ...server, url: await server.app.listen({ host: '127.0.0.1', port: 0 }) };
  };
  first = await listening();
  second = await listening();
});
afterEach(async () => {
  await Promise.all([first.app.close(), second.app.close()]);
  await database.drop();
});

const newCall = async () => joinTestCall(first.app, (await openTestCall(first.app)).id);
const stored = async (id: string) => {
  const call = await findCall(database.database, id);
  if (call === undefined) throw new Error('no such call');
  return call;
};

test('begins with ready, and shows that the agent is there', async () => {
  const call = await newCall();
  const commands = await readCommands(first.url, call);
  expect(await commands.next()).toEqual({ kind: 'ready' });
  expect((await stored(call.call_id)).agent_stream).not.toBeNull();
});

test('tells the older job, at whichever server it hangs, that a newer one has joined', async () => {
  const call = await newCall();
  const commands = await readCommands(first.url, call);
  await commands.next();
  await joinTestCall(second.app, call.call_id);
  expect(await commands.next()).toEqual({ kind: 'superseded' });
  expect(await commands.next()).toBeUndefined();
});

test('hangs up when the call is ended at another server', async () => {
  const call = await newCall();
  const commands = await readCommands(first.url, call);
  await commands.next();
  await second.app.inject({
    method: 'POST',
    url: `/api/calls/${call.call_id}/end`,
    headers: bearer(call.call_token),
    payload: { reason: 'silence' },
  });
  expect(await commands.next()).toEqual({ kind: 'hang_up', reason: 'silence' });
  expect(await commands.next()).toBeUndefined();
});

test('closes an older stream though no signal came', async () => {
  const call = await newCall();
  const commands = await readCommands(first.url, call);
  await commands.next();
  // As a join whose NOTIFY was lost with the listening connection.
  await database.database
    .updateTable('calls')
    .set({ generation: 2, agent_stream: null })
    .where('id', '=', call.call_id)
    .execute();
  expect(await commands.next()).toEqual({ kind: 'superseded' });
});

test('marks the agent as lost as soon as its stream breaks', async () => {
  const call = await newCall();
  const commands = await readCommands(first.url, call);
  await commands.next();
  commands.break();
  await vi.waitUntil(async () => (await stored(call.call_id)).agent_lost_at !== null, patience);
  expect((await stored(call.call_id)).agent_stream).toBeNull();
});

test('keeps the agent of a job that opens its stream again at another server', async () => {
  const call = await newCall();
  const broken = await readCommands(first.url, call);
  await broken.next();
  const again = await readCommands(second.url, call);
  expect(await again.next()).toEqual({ kind: 'ready' });
  broken.break();
  const after = await newCall();
  const marker = await readCommands(first.url, after);
  await marker.next();
  marker.break();
  await vi.waitUntil(async () => (await stored(after.call_id)).agent_lost_at !== null, patience);
  expect((await stored(call.call_id)).agent_lost_at).toBeNull();
});

test('does not take the jobs of a server that stops for dead', async () => {
  const call = await newCall();
  const commands = await readCommands(first.url, call);
  await commands.next();
  await first.app.close();
  expect(await commands.next()).toBeUndefined();
  const { agent_lost_at, agent_stream } = await stored(call.call_id);
  expect(agent_lost_at).toBeNull();
  expect(agent_stream).not.toBeNull();
  const again = await readCommands(second.url, call);
  expect(await again.next()).toEqual({ kind: 'ready' });
});

test('is not opened by asking for its headers', async () => {
  const call = await newCall();
  const url = `/api/calls/${call.call_id}/commands`;
  const answer = await first.app.inject({ method: 'HEAD', url, headers: bearer(call.call_token) });
  expect(answer.statusCode).toBe(404);
  expect((await stored(call.call_id)).agent_stream).toBeNull();
});

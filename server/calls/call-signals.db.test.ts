import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { patience } from '../../test/support/patience.ts';
import { bearer, joinTestCall, openTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';
import { PostgresSignals } from '../database/signals.ts';
import { onCallSignal, type CallSignal } from './call-signals.ts';

let database: FreshDatabase;
let server: TestServer;
let signals: PostgresSignals;
const heard: CallSignal[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  signals = new PostgresSignals(database.url);
  onCallSignal(signals, (signal) => heard.push(signal));
  signals.start();
  const { id } = await openTestCall(server.app);
  // Joined until the first signal is heard: from then on this listener misses none.
  await vi.waitUntil(async () => {
    await joinTestCall(server.app, id);
    return heard.length > 0;
  }, patience);
});
afterAll(async () => {
  await signals.stop();
  await server.app.close();
  await database.drop();
});

test('tells every server that a job has joined, and that a call has ended', async () => {
  const { id } = await openTestCall(server.app);
  const { call_token, generation } = await joinTestCall(server.app, id);
  const end = () =>
    server.app.inject({
      method: 'POST',
      url: `/api/calls/${id}/end`,
      headers: bearer(call_token),
      payload: { reason: 'goodbye' },
    });
  await end();
  await end();
  await vi.waitUntil(() => heard.some(({ kind, callId }) => kind === 'ended' && callId === id), patience);
  expect(heard.filter(({ callId }) => callId === id)).toEqual([
    { kind: 'joined', callId: id, generation },
    { kind: 'ended', callId: id, reason: 'goodbye' },
  ]);
});

import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCall } from '../calls/calls-table.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { openTestCall, testConfig, testServer, type TestServer } from '../../test/support/test-server.ts';

let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** As LiveKit signs: a token of the API key, with the hash of the body. */
async function sign(body: string, secret = testConfig(database.url).livekit.apiSecret): Promise<string> {
  const token = new AccessToken('devkey', secret, { ttl: 60 });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

const report = (body: string, authorization: string) =>
  server.app.inject({
    method: 'POST',
    url: '/webhooks/livekit',
    headers: { authorization, 'content-type': 'application/webhook+json' },
    payload: body,
  });

const event = (name: string, room: string) => JSON.stringify({ event: name, id: 'EV_1', room: { name: room } });

test('ends the call of a room that has closed, once however often it is told', async () => {
  const { id } = await openTestCall(server.app);
  const body = event('room_finished', id);
  expect((await report(body, await sign(body))).statusCode).toBe(204);
  const ended = await findCall(database.database, id);
  expect(ended).toMatchObject({ end_reason: 'room_closed' });
  expect((await report(body, await sign(body))).statusCode).toBe(204);
  expect(await findCall(database.database, id)).toEqual(ended);
});

test('changes nothing for other events, and for rooms that are no calls', async () => {
  const { id } = await openTestCall(server.app);
  for (const body of [event('participant_left', id), event('room_finished', 'lobby')]) {
    expect((await report(body, await sign(body))).statusCode).toBe(204);
  }
  expect((await findCall(database.database, id))?.ended_at).toBeNull();
});

test('believes nobody without the signature of our LiveKit server over this very body', async () => {
  const { id } = await openTestCall(server.app);
  const body = event('room_finished', id);
  const signatures = [
    '',
    await sign(body, 'another secret, just as long as ours'),
    await sign(event('room_started', id)),
  ];
  for (const signature of signatures) {
    expect((await report(body, signature)).json()).toMatchObject({ status: 401, code: 'unauthorized' });
  }
  expect((await findCall(database.database, id))?.ended_at).toBeNull();
});

import { beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { offline, ScriptedServer } from '../testing/scripted-server.ts';
import { Visit } from './visit.ts';

const { signal } = new AbortController();
let server: ScriptedServer;
let visit: Visit;

beforeEach(() => {
  server = new ScriptedServer();
  visit = new Visit(new URL('https://orders.example/desk/'), { fetch: server.fetch, clock: new ManualClock() });
  server.answers['/desk/api/token'] = () =>
    Response.json({ server_url: 'wss://m', participant_token: 'p', visit_token: 'v' });
});

test('opening a call asks below the path of the server, and sends nothing about the visitor', async () => {
  expect(await visit.open(signal)).toEqual({ server_url: 'wss://m', participant_token: 'p', visit_token: 'v' });
  expect(server.requests).toEqual([{ path: '/desk/api/token', method: 'POST', authorization: null, body: {} }]);
});

test('the transcript is asked for with the visit token', async () => {
  server.answers['/desk/api/visit/transcript'] = () => Response.json({ turns: [] });
  expect(await visit.transcript('v', signal)).toEqual([]);
  expect(server.requests[0]).toMatchObject({ method: 'POST', authorization: 'Bearer v' });
});

test('a message is sent as it was written', async () => {
  server.answers['/desk/api/visit/message'] = () => new Response(null, { status: 204 });
  await visit.leaveMessage('v', { text: 'Call me', contact: 'a@b.example' });
  expect(server.requests[0]?.body).toEqual({ text: 'Call me', contact: 'a@b.example' });
});

test('no answer at all is unreachable', async () => {
  server.answers['/desk/api/token'] = offline;
  await expect(visit.open(signal)).rejects.toMatchObject({ name: 'CallError', reason: 'unreachable' });
});

test.each(['<html>', '{}', 'null', '{"server_url":"wss://m"}'])(
  'an answer that is no admission (%s) is unexpected',
  async (body) => {
    server.answers['/desk/api/token'] = () => new Response(body);
    await expect(visit.open(signal)).rejects.toMatchObject({ reason: 'unexpected' });
  },
);

test('no error carries an address', async () => {
  server.answers['/desk/api/token'] = () => new Response(null, { status: 503 });
  const error: unknown = await visit.open(signal).catch((reason: unknown) => reason);
  expect(String(error)).not.toContain('orders.example');
});

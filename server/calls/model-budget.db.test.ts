import type { JoinResponse } from '@orderline/contract/call.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { bearer, joinTestCall, openTestCall, testServer, type TestServer } from '../../test/support/test-server.ts';

const perCallCents = 100;

let database: FreshDatabase;
let server: TestServer;
let now = new Date('2026-03-09T16:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const spend = async ({ call_id, call_token }: JoinResponse, id: string, cents: number) => {
  const usage = { kind: 'usage', id, at: now.toISOString(), cost_cents: cents };
  const counts = { input_tokens: 4_000, output_tokens: 50, heard_seconds: 3, spoken_characters: 80 };
  const { statusCode } = await server.app.inject({
    method: 'POST',
    url: `/api/calls/${call_id}/events`,
    headers: bearer(call_token),
    payload: { events: [{ ...usage, ...counts }] },
  });
  expect(statusCode).toBeLessThan(300);
};
const leftFor = async (id: string) => (await joinTestCall(server.app, id)).model_budget?.cents_left;

test('a job that takes a call over may spend what is left of its share, each cost counted once', async () => {
  const { id } = await openTestCall(server.app);
  const call = await joinTestCall(server.app, id);
  expect(call.model_budget?.cents_left).toBe(perCallCents);
  await spend(call, 'usage_1', 12.5);
  await spend(call, 'usage_1', 12.5);
  expect(await leftFor(id)).toBeCloseTo(perCallCents - 12.5);
});

test('nothing is left once the day has cost enough, and all of it on the next', async () => {
  const { id } = await openTestCall(server.app);
  await spend(await joinTestCall(server.app, id), 'usage_much', 6_000);
  const { id: next } = await openTestCall(server.app);
  expect(await leftFor(next)).toBe(0);
  now = new Date('2026-03-10T16:00:00Z');
  expect(await leftFor(next)).toBe(perCallCents);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchResponse } from '@orderline/contract/knowledge.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedKnowledge } from './seed-knowledge.ts';

let database: FreshDatabase;
let server: TestServer;
let call: OrderCall;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  await seedKnowledge(database.database);
  call = await orderCall(server);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

async function search(question: string) {
  const response = await call.get(`/api/knowledge/search?q=${encodeURIComponent(question)}`);
  expect(response.statusCode).toBe(200);
  return searchResponse.parse(response.json()).passages;
}

test('puts the policy in short first, for a caller who asks for the policy', async () => {
  expect((await search('What is your return policy?'))[0]?.headings).toEqual(['Our return policy in short']);
});

test.each([
  'What is the capital of France?',
  'Tell me a joke',
  'Who won the football game?',
  '???',
  'the and of',
  "'; drop table passages; --",
])('finds nothing that fits "%s"', async (question) => {
  expect(await search(question)).toEqual([]);
});

test('a passage names its document and headings, and there are three at most', async () => {
  const passages = await search('shipping');
  expect(passages.length).toBe(3);
  expect(passages[0]).toMatchObject({ document: 'Shipping FAQ', headings: ['Standard shipping'] });
});

test('needs the token of a call, and a question', async () => {
  const without = await server.app.inject({ url: '/api/knowledge/search?q=shipping' });
  expect(without.statusCode).toBe(401);
  for (const query of ['', '?q=', `?q=${'x'.repeat(301)}`]) {
    expect((await call.get(`/api/knowledge/search${query}`)).statusCode).toBe(400);
  }
});

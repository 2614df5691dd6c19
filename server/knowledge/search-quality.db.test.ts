import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { askedQuestions, unansweredQuestions } from '../../test/support/asked-questions.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { searchResponse } from '@orderline/contract/knowledge.ts';
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

async function search(question: string): Promise<string[]> {
  const response = await call.get(`/api/knowledge/search?q=${encodeURIComponent(question)}`);
  return searchResponse.parse(response.json()).passages.map(({ text }) => text);
}

const rateOf = (hits: number, of: number) => `${((100 * hits) / of).toFixed(1)} % (${hits} of ${of})`;

test('of real-sounding questions at least 95 % have their answer among the first two passages', async () => {
  const missed: string[] = [];
  for (const [question, fact] of askedQuestions) {
    const texts = (await search(question)).slice(0, 2);
    if (!texts.some((text) => text.includes(fact))) missed.push(question);
  }
  const hits = askedQuestions.length - missed.length;
  process.stdout.write(`knowledge: ${rateOf(hits, askedQuestions.length)} answered in the top 2\n`);
  expect(hits / askedQuestions.length, `missed: ${missed.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
});

test('of questions the documents do not answer, at least 70 % get no passage', async () => {
  const answered: string[] = [];
  for (const question of unansweredQuestions) {
    if ((await search(question)).length > 0) answered.push(question);
  }
  const refused = unansweredQuestions.length - answered.length;
  process.stdout.write(`knowledge: ${rateOf(refused, unansweredQuestions.length)} unanswerable questions get none\n`);
  expect(refused / unansweredQuestions.length, `answered: ${answered.join(' | ')}`).toBeGreaterThanOrEqual(0.7);
});

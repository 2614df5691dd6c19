import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

const questions: [question: string, fact: string][] = [
  ['How long does express shipping take?', '2-3 business days'],
  ['how much is express shipping', '$9.99'],
  ['How long does standard shipping take?', '5-7 business days'],
  ['Is shipping free?', 'free of charge on orders over $50'],
  ['Can I get it overnight?', '2 PM ET'],
  ['What does next-day shipping cost?', '$19.99'],
  ['By what time do I have to order for next day delivery?', '2 PM ET'],
  ['When do I get my tracking number?', 'within 24 hours'],
  ['Where can I track my package?', 'https://yourstore.com/track'],
  ['Do you ship to Canada?', 'Canada, the UK'],
  ['Can you ship to Germany or other EU countries?', 'countries of the EU'],
  ['How long do international orders take?', '10-21 business days'],
  ['Who pays customs and duties?', 'responsible for customs'],
  ['It says delivered but I never received my package', '48 hours'],
  ['my parcel is marked delivered and is not here', '48 hours'],
  ['What happens when a package is lost?', 'reshipped or refunded at our discretion'],
  ['What is your return policy?', '30 days'],
  ['How many days do I have to return something?', '30 days'],
  ['How long can I return electronics?', '15 days'],
  ['Can I return a final sale item?', 'cannot be returned'],
  ['Are gift cards refundable?', 'cannot be returned'],
  ['Can I send back something I have worn?', 'unused and unworn'],
  ['Do I have to pay for the return label?', 'prepaid return label'],
  ['When will I get my money back?', '5 to 7 business days'],
  ['How is the refund paid?', 'original payment method'],
  ['Can I exchange it for another size?', 'different size or color'],
  ['Does an exchange cost extra shipping?', 'no additional shipping charge'],
  ['My item arrived broken', 'at any time'],
  ['the lamp is defective', 'at any time'],
  ['do personalised mugs go back', 'cannot be returned'],
  ['what if it never arrives', 'reshipped or refunded at our discretion'],
  ['what about import tax', 'import duties'],
  ['Can I still return it after 40 days?', 'manager may approve'],
];

test('puts the policy in short first, for a caller who asks for the policy', async () => {
  expect((await search('What is your return policy?'))[0]?.headings).toEqual(['Our return policy in short']);
});

test.each(questions)('finds the answer to "%s" among the first two passages', async (question, fact) => {
  const texts = (await search(question)).slice(0, 2).map(({ text }) => text.replaceAll('\n', ' '));
  expect(texts.join(' | ')).toContain(fact);
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

test('a changed document is imported again, a removed one forgotten, an unchanged one left', async () => {
  const { drop, database: kysely } = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  const seed = () => seedKnowledge(kysely, pathToFileURL(`${folder}/`));
  const passages = () =>
    kysely.selectFrom('passages').select(['document', 'text', 'headings']).orderBy('document').execute();
  try {
    await writeFile(join(folder, 'a.md'), '# A\n\n## One\nfirst');
    await writeFile(join(folder, 'b.md'), '# B\n\n## Two\nsecond');
    await Promise.all([seed(), seed()]);
    expect(await passages()).toHaveLength(2);
    await writeFile(join(folder, 'a.md'), '# A\n\n## One\nchanged');
    await rm(join(folder, 'b.md'));
    await seed();
    expect(await passages()).toEqual([{ document: 'a', text: 'changed', headings: ['A', 'One'] }]);
  } finally {
    await rm(folder, { recursive: true });
    await drop();
  }
});

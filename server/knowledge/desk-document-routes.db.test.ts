import { documentResponse, documentsResponse, unansweredResponse } from '@orderline/contract/document.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { pdfFile, wordFile } from '../../test/support/document-files.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedKnowledge } from './seed-knowledge.ts';

let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;
let qa: SignedInTestStaff;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  await seedKnowledge(database.database);
  [staff, qa] = await Promise.all([signInTestStaff(server), signInTestStaff(server, 'qa')]);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

interface Upload {
  readonly body: Buffer | string;
  readonly type: string;
  readonly by?: SignedInTestStaff;
}

const put = (name: string, { body, type, by = staff }: Upload) =>
  server.app.inject({
    method: 'PUT',
    url: `/api/desk/documents/${name}`,
    headers: { cookie: by.cookie, 'orderline-csrf': by.csrf, 'content-type': type },
    payload: body,
  });
const remove = (name: string, by = staff) =>
  server.app.inject({
    method: 'DELETE',
    url: `/api/desk/documents/${name}`,
    headers: { cookie: by.cookie, 'orderline-csrf': by.csrf },
  });
const list = async () => documentsResponse.parse((await qa.get('/api/desk/documents')).json());

const content = [
  { heading: 1, text: 'Gift cards' },
  { text: 'Gift cards are sent by email and never expire.' },
] as const;

test('imports each kind of document, lists it, and removes it', async () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const uploads: [name: string, upload: Upload][] = [
    ['a-markdown', { body: '# Gift cards\n\nThey never expire.', type: 'text/markdown; charset=utf-8' }],
    ['a-text', { body: 'GIFT CARDS\n\nThey never expire.', type: 'text/plain' }],
    ['a-pdf', { body: await pdfFile(content), type: 'application/pdf' }],
    ['a-word', { body: wordFile(content), type: word }],
  ];
  for (const [name, upload] of uploads) {
    const response = await put(name, upload);
    expect(response.statusCode, response.body).toBe(200);
    expect(documentResponse.parse(response.json())).toMatchObject({
      document: { name, title: /text/.test(name) ? 'GIFT CARDS' : 'Gift cards', passages: 1, origin: 'store' },
      is_changed: true,
      warnings: [],
    });
  }
  expect((await list()).documents.map(({ name }) => name)).toEqual([
    ...uploads.map(([name]) => name).sort(),
    'return-policy',
    'shipping-faq',
  ]);
  for (const [name] of uploads) expect((await remove(name)).statusCode).toBe(204);
  expect((await remove('a-text')).statusCode).toBe(404);
  expect((await list()).documents).toHaveLength(2);
});

test('says where a document differs from the profile, when it is imported and in the list', async () => {
  const body = 'RETURNS\n\nItems can be returned within 45 days of delivery.';
  const imported = documentResponse.parse((await put('late', { body, type: 'text/plain' })).json());
  expect(imported.warnings).toMatchObject([{ key: 'returns.days', says: '45 days', profile_says: '30 days' }]);
  expect((await list()).warnings).toEqual(imported.warnings);
  await remove('late');
  expect((await list()).warnings).toEqual([]);
});

test('refuses what it cannot read, with what to do about it', async () => {
  const pdf = 'application/pdf';
  const encrypted = await pdfFile(content, { userPassword: 'secret' });
  const answers = await Promise.all([
    put('x', { body: encrypted, type: pdf }),
    put('x', { body: await pdfFile([]), type: pdf }),
    put('x', { body: '%PDF-1.7 cut', type: pdf }),
    put('x', { body: 'PK\u0003\u0004', type: 'application/octet-stream' }),
    put('x', { body: Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), type: 'text/plain' }),
    put('x', { body: '{}', type: 'application/json' }),
    put('x', { body: '<html>', type: 'text/plain' }),
    put('x', { body: '', type: 'text/plain' }),
    put('Not_A_Name', { body: 'text', type: 'text/plain' }),
  ]);
  expect(answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual([
    [422, 'unreadable_document'],
    [422, 'unreadable_document'],
    [422, 'unreadable_document'],
    [422, 'unreadable_document'],
    [413, 'too_large'],
    [415, 'unsupported_media_type'],
    [415, 'unsupported_media_type'],
    [422, 'unreadable_document'],
    [400, 'malformed'],
  ]);
  expect(answers[0].json<{ detail: string }>().detail).toContain('save a copy without');
  expect((await list()).documents).toHaveLength(2);
});

test('is for staff: qa reads, others get nothing, and each import is in the audit log', async () => {
  const upload = { body: 'A sentence.', type: 'text/plain' };
  expect((await put('theirs', { ...upload, by: qa })).statusCode).toBe(403);
  expect((await remove('return-policy', qa)).statusCode).toBe(403);
  for (const url of ['/api/desk/documents', '/api/desk/documents/unanswered']) {
    expect((await server.app.inject({ url })).statusCode).toBe(401);
  }
  const without = await server.app.inject({
    method: 'PUT',
    url: '/api/desk/documents/theirs',
    headers: { cookie: staff.cookie, 'content-type': 'text/plain' },
    payload: 'A sentence.',
  });
  expect(without.statusCode).toBe(403);
  await put('audited', upload);
  const log = await staff.get('/api/desk/audit');
  expect(log.body).toContain('document:audited');
});

test('lists the questions that no document answers, those asked most often first, without who asked', async () => {
  const call = await orderCall(server);
  const ask = (question: string) => call.get(`/api/knowledge/search?q=${encodeURIComponent(question)}`);
  await ask('Do you offer a student discount?');
  await ask('do you offer a student discount');
  await ask('My card 4242 4242 4242 4242 and jane@example.com: who is your CEO?');
  await ask('How long does express shipping take?');
  const { questions } = unansweredResponse.parse((await qa.get('/api/desk/documents/unanswered')).json());
  expect(questions.map(({ question, times }) => [question, times])).toEqual([
    ['do you offer a student discount', 2],
    ['my card … and … who is your ceo', 1],
  ]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { askedConcepts } from './asked-concepts-rule.ts';
import { describeDocuments } from './describe-documents.ts';
import { readOwnDocument } from './document-file.ts';
import { importDocument } from './import-document.ts';
import { findPassages } from './passages-table.ts';
import { DocumentReader } from './reading/document-reader.ts';
import { removeDocument } from './remove-document.ts';
import { seedKnowledge } from './seed-knowledge.ts';
import { storeDocument } from './store-document.ts';

const profile = demoStoreProfile();
const reader = new DocumentReader();
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await seedKnowledge(fresh.database);
});
afterAll(() => fresh.drop());

const importText = (name: string, text: string) =>
  importDocument(
    { database: fresh.database, clock: () => new Date('2026-03-05T17:00:00Z'), profile: () => profile, reader },
    { name, bytes: Buffer.from(text), isMarkdown: true },
    { staffId: null },
  );
const search = (question: string) =>
  findPassages(fresh.database, askedConcepts(question), { limit: 3, minScore: 0.25 });
const names = async () => (await describeDocuments(fresh.database, profile)).documents.map(({ name }) => name);

test('an imported document is found, with a warning for each number that is not the profile’s', async () => {
  const { document, is_changed, warnings } = await importText(
    'warranty',
    '# Warranty\n\n## Lamps\n\nEvery lamp has a warranty of two years.\n\n## Returns\n\nReturn a lamp within 45 days of delivery.',
  );
  expect({ document, is_changed }).toEqual({
    document: {
      name: 'warranty',
      title: 'Warranty',
      format: 'markdown',
      origin: 'store',
      passages: 2,
      imported_at: '2026-03-05T17:00:00.000Z',
    },
    is_changed: true,
  });
  const warning = {
    document: 'warranty',
    headings: ['Returns'],
    sentence: 'Return a lamp within 45 days of delivery.',
    key: 'returns.days',
    says: '45 days',
    profile_says: '30 days',
  };
  expect(warnings).toEqual([warning]);
  expect((await describeDocuments(fresh.database, profile)).warnings).toEqual([warning]);
  expect((await search('is there a warranty on the lamp'))[0]).toEqual({
    headings: ['Warranty', 'Lamps'],
    text: 'Every lamp has a warranty of two years.',
  });
});

test('the same file again changes nothing', async () => {
  await importText('care', '# Care\n\nWash everything cold.');
  expect(await importText('care', '# Care\n\nWash everything cold.')).toMatchObject({ is_changed: false });
});

test('a file that cannot be read leaves the document as it was', async () => {
  await importText('sizes', '# Sizes\n\nA small chest measures 36 inches.');
  await expect(importText('sizes', '\u0000\u0001')).rejects.toThrow('not a document that can be read');
  expect((await search('how wide is a small chest in inches'))[0]?.text).toContain('36 inches');
});

test('a search while a document is replaced finds the old one or the new one', async () => {
  const version = (number: number) => `# Gift wrapping\n\nGift wrapping costs ${number} dollars a box.`;
  const replace = async (number: number) => {
    const document = await readOwnDocument({ name: 'gifts', bytes: Buffer.from(version(number)), isMarkdown: true });
    await fresh.database
      .transaction()
      .execute((transaction) => storeDocument(transaction, document, { origin: 'store', now: new Date() }));
  };
  await replace(1);
  let replaced = 1;
  const replacing = (async () => {
    for (; replaced < 30; replaced += 1) await replace(replaced + 1);
  })();
  let searches = 0;
  while (replaced < 30) {
    const found = await search('what does gift wrapping cost');
    expect(found.filter(({ headings }) => headings[0] === 'Gift wrapping')).toHaveLength(1);
    searches += 1;
  }
  await replacing;
  expect(searches).toBeGreaterThan(10);
});

test('two imports of one new document at once leave one of them whole', async () => {
  const text = (word: string) =>
    `# Hours\n\n${Array.from({ length: 20 }, (_, at) => `## ${word} ${at}\n\n${word}`).join('\n\n')}`;
  await Promise.all([importText('hours', text('early')), importText('hours', text('late'))]);
  const rows = await fresh.database.selectFrom('passages').select('text').where('document', '=', 'hours').execute();
  expect(rows).toHaveLength(20);
  expect(new Set(rows.map(({ text }) => text)).size).toBe(1);
});

test('a shipped document that the store removes or replaces stays so after the next start', async () => {
  expect(await removeDocument(fresh.database, 'shipping-faq', { staffId: null })).toBe(true);
  expect(await removeDocument(fresh.database, 'shipping-faq', { staffId: null })).toBe(false);
  await importText('return-policy', '# Our policy\n\nSend things back within 30 days of delivery.');
  await seedKnowledge(fresh.database);
  expect(await names()).not.toContain('shipping-faq');
  expect((await describeDocuments(fresh.database, profile)).documents).toContainEqual(
    expect.objectContaining({ name: 'return-policy', title: 'Our policy', origin: 'store', passages: 1 }),
  );
  expect(await search('when do I get my tracking number')).toEqual([]);
  await importText('shipping-faq', '# Shipping\n\nThe tracking number comes by email.');
  expect((await search('when do I get my tracking number'))[0]?.text).toBe('The tracking number comes by email.');
});

test('a changed shipped document is imported again, one that is shipped no more forgotten', async () => {
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

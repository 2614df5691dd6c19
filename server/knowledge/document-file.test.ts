import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pdfBomb, pdfFile, wordFile, type Written } from '../../test/support/document-files.ts';
import { readDocument } from './document-file.ts';
import { DocumentReader } from './reading/document-reader.ts';

const reader = new DocumentReader();
const read = (bytes: Uint8Array, isMarkdown = false) => readDocument({ name: 'a-file', bytes, isMarkdown }, reader);

const policy: Written[] = [
  { heading: 1, text: 'Return Policy' },
  { heading: 2, text: 'How long you have' },
  {
    text: 'Items can be returned within 30 days of delivery, unused and in the box they came in. Electronics within 15.',
  },
  { heading: 2, text: 'What cannot be returned' },
  { items: ['Gift cards', 'Final sale items'] },
  { heading: 2, text: 'Shipping' },
  { heading: 3, text: 'Prices' },
  {
    rows: [
      ['Method', 'Time', 'Price'],
      ['Standard', '5-7 business days', 'free over $50'],
      ['Express', '2-3 business days', '$9.99'],
    ],
  },
];
const passages = [
  {
    headings: ['How long you have'],
    text: 'Items can be returned within 30 days of delivery, unused and in the box they came in. Electronics within 15.',
  },
  { headings: ['What cannot be returned'], text: '- Gift cards\n- Final sale items' },
  {
    headings: ['Shipping', 'Prices'],
    text: '- Standard — Time: 5-7 business days; Price: free over $50\n- Express — Time: 2-3 business days; Price: $9.99',
  },
];

test('reads a PDF: headings by their size, lists and tables as lines', async () => {
  expect(await read(await pdfFile(policy))).toMatchObject({ title: 'Return Policy', format: 'pdf', passages });
});

test('reads a Word document: headings by their style, lists and tables as lines', async () => {
  const { title, format, passages: found } = await read(wordFile(policy));
  expect({ title, format }).toEqual({ title: 'Return Policy', format: 'word' });
  expect(found[0]).toEqual(passages[0]);
  expect(found[1]?.text).toContain('Gift cards');
  expect(found[2]).toEqual(passages[2]);
});

test('reads Markdown with its tables, nested lists, links and code', async () => {
  const markdown = `---
draft: no
---
# Shipping

Intro with a [page](https://shop.example/track) and <b>markup</b><script>alert(1)</script>.

## Prices

| Method | Price |
| ------ | ----- |
| Express | $9.99 |

1. one
   - inner
2. two

\`\`\`
# not a heading
\`\`\`

**Do you ship abroad?**

Yes, we do.
`;
  expect(await read(Buffer.from(markdown), true)).toMatchObject({
    title: 'Shipping',
    passages: [
      { headings: [], text: 'Intro with a page (https://shop.example/track) and markup.' },
      { headings: ['Prices'], text: '- Express — Price: $9.99\n1. one\n  - inner\n2. two\n# not a heading' },
      { headings: ['Prices', 'Do you ship abroad?'], text: 'Yes, we do.' },
    ],
  });
});

test('reads plain text as people write it, with the headings they mean', async () => {
  const text = `RETURN POLICY

Eligibility:
- Items can be returned within 30 days of delivery.
- Items must be unused, unworn, and in original
  packaging.

Shipping
--------
Standard: 5-7 business days
Express: 2-3 business days

Q: Can I exchange it?
A: Yes, for another size.
`;
  expect(await read(Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`))).toMatchObject({
    title: 'RETURN POLICY',
    passages: [
      {
        headings: ['Eligibility'],
        text: '- Items can be returned within 30 days of delivery.\n- Items must be unused, unworn, and in original packaging.',
      },
      { headings: ['Shipping'], text: '- Standard: 5-7 business days\n- Express: 2-3 business days' },
      { headings: ['Shipping', 'Can I exchange it?'], text: 'Yes, for another size.' },
    ],
  });
});

test('reads UTF-16 and the Western Windows encoding', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('The price is 5 €.', 'utf16le')]);
  expect((await read(utf16)).passages[0]?.text).toBe('The price is 5 €.');
  expect((await read(Buffer.from('It\u0092s 5 \u0080.', 'latin1'))).passages[0]?.text).toBe('It’s 5 €.');
});

test('a document without a title is called by its name, and long sections are cut between sentences', async () => {
  const { title, passages: found } = await read(Buffer.from('This is a sentence of some length. '.repeat(100)));
  expect(title).toBe('A file');
  expect(found.length).toBeGreaterThan(3);
  for (const { text } of found) expect(text).toMatch(/^This.{1,699}\.$/s);
});

const refusals: [what: string, bytes: Uint8Array | Promise<Uint8Array>, reason: string][] = [
  ['a PDF with a password', pdfFile(policy, { userPassword: 'secret' }), 'encrypted'],
  ['a PDF of pictures only', pdfFile([]), 'scanned'],
  ['a PDF that is cut short', Buffer.from('%PDF-1.7\n1 0 obj\n<<'), 'broken'],
  ['an old Word document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old_word'],
  ['an archive that is no Word document', zipSync({ 'a.txt': strToU8('hello') }), 'unsupported'],
  ['a Word document that is cut short', wordFile(policy).subarray(0, 400), 'broken'],
  ['a Word document without text', wordFile([]), 'empty'],
  ['rich text', Buffer.from('{\\rtf1 hello}'), 'unsupported'],
  ['a web page', Buffer.from('<!DOCTYPE html><p>hello'), 'unsupported'],
  ['bytes that are no text', Buffer.from([1, 2, 3, 0, 4]), 'unsupported'],
  ['an empty file', Buffer.alloc(0), 'empty'],
  ['a file of spaces', Buffer.from(' \n\n '), 'empty'],
  ['headings without a text', Buffer.from('A title\n\nANOTHER'), 'empty'],
  ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a '), 'too_large'],
  ['more text than a document has', Buffer.from('word '.repeat(250_000)), 'too_large'],
  [
    'a Word document that unpacks to 100 MB',
    wordFile(policy, { 'word/footnotes.xml': new Uint8Array(100 * 1024 * 1024) }),
    'too_large',
  ],
];

test.each(refusals)('refuses %s and says why', async (_, bytes, reason) => {
  await expect(read(await bytes)).rejects.toMatchObject({ name: 'UnreadableError', reason });
});

test('ends a document that takes too long, and reads the next one', async () => {
  const hasty = new DocumentReader({ timeMs: 1, memoryMb: 256 });
  await expect(hasty.read({ bytes: Buffer.from('a'), format: 'text' })).rejects.toMatchObject({
    reason: 'too_complex',
  });
  expect(await read(Buffer.from('A sentence.'))).toMatchObject({ passages: [{ text: 'A sentence.' }] });
});

test('ends a PDF that unpacks to more than it may', async () => {
  const frugal = new DocumentReader({ timeMs: 20_000, memoryMb: 64 });
  await expect(frugal.read({ bytes: pdfBomb(300), format: 'pdf' })).rejects.toMatchObject({ reason: 'too_complex' });
});

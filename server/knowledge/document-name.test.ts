import { expect, test } from 'vitest';
import { documentName } from './document-name.ts';

test.each([
  ['/home/me/Return Policy (2026).docx', 'return-policy-2026'],
  ['shipping_FAQ.md', 'shipping-faq'],
  ['Réception.v2.pdf', 'reception-v2'],
  ['---.txt', ''],
  ['日本.pdf', ''],
])('a document from %s is called "%s"', (file, name) => {
  expect(documentName(file)).toBe(name);
});

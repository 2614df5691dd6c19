import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);
const documents = new URL('server/knowledge/documents/', root);

/** The settings and documents that the repository's own store comes with. */
export function storeText(): string {
  const files = [new URL('store.yaml', root), ...readdirSync(documents).map((file) => new URL(file, documents))];
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  // Opening hours are told by the clock that people read.
  const hours = text.match(/\b\d\d(?=:\d\d)/g) ?? [];
  return [text, ...hours.map((hour) => `${Number(hour) % 12 || 12}:00`)].join('\n');
}

import { createHash } from 'node:crypto';
import { cutPassages, type Passage } from './cut-passages.ts';
import { documentFormat, type DocumentFormat } from './reading/document-format.ts';
import type { DocumentReader } from './reading/document-reader.ts';
import { parseDocument } from './reading/parse-document.ts';
import { UnreadableError } from './reading/unreadable.ts';
import type { Block } from './reading/block.ts';

export const longestFileBytes = 5 * 1024 * 1024;

/** Rises when the same file would give other passages: then the shipped documents are cut anew. */
const cutting = 2;

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Between Markdown and plain text the bytes cannot tell. */
  readonly isMarkdown: boolean;
}

/** A file read and cut, ready to be stored. */
export interface ReadDocument {
  readonly name: string;
  readonly title: string;
  readonly format: DocumentFormat;
  readonly digest: string;
  readonly passages: readonly Passage[];
}

/** Reads a file that may come from anywhere. Throws {@link UnreadableError}. */
export async function readDocument(file: DocumentFile, reader: DocumentReader): Promise<ReadDocument> {
  if (file.bytes.length > longestFileBytes) throw new UnreadableError('too_large');
  const format = documentFormat(file.bytes, file.isMarkdown);
  return cutDocument(file, format, await reader.read({ bytes: file.bytes, format }));
}

/** Reads a Markdown file of our own. */
export async function readOwnDocument(file: DocumentFile): Promise<ReadDocument> {
  return cutDocument(file, 'markdown', await parseDocument(file.bytes, 'markdown'));
}

function cutDocument({ name, bytes }: DocumentFile, format: DocumentFormat, blocks: readonly Block[]): ReadDocument {
  const { title = titleFrom(name), passages } = cutPassages(blocks);
  const digest = createHash('sha256').update(`${cutting} ${format} `).update(bytes).digest('hex');
  return { name, title, format, digest, passages };
}

/** "return-policy" → "Return policy". */
const titleFrom = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

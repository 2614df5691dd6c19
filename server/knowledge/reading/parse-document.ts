import type { Block } from './block.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentFormat } from './document-format.ts';
import { withInferredHeadings } from './inferred-headings.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { readPdf } from './read-pdf.ts';
import { textBlocks } from './text-blocks.ts';
import { UnreadableError } from './unreadable.ts';
import { wordBlocks } from './word-blocks.ts';

const mostCharacters = 1_000_000;

/**
 * The blocks of a document. It computes without a pause, and what it is given may be made to keep it busy: see
 * `DocumentReader`. Throws {@link UnreadableError}.
 */
export async function parseDocument(bytes: Uint8Array, format: DocumentFormat): Promise<Block[]> {
  const blocks = withInferredHeadings(await blocksOf(bytes, format));
  if (!blocks.some(({ kind }) => kind !== 'heading')) throw new UnreadableError('empty');
  if (JSON.stringify(blocks).length > mostCharacters) throw new UnreadableError('too_large');
  return blocks;
}

async function blocksOf(bytes: Uint8Array, format: DocumentFormat): Promise<Block[]> {
  switch (format) {
    case 'markdown':
      return markdownBlocks(decodeText(bytes));
    case 'text':
      return textBlocks(decodeText(bytes));
    case 'pdf':
      return readPdf(bytes);
    case 'word':
      return wordBlocks(bytes);
  }
}

import type { StoreDocument } from '@orderline/contract/document.ts';
import { UnreadableError } from './unreadable.ts';

export type DocumentFormat = StoreDocument['format'];

export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  markdown: 'text/markdown',
  text: 'text/plain',
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
/** "%PDF-" may stand a little way in (ISO 32000-2, annex I, note to 7.5.2). */
const pdfStart = /%PDF-/;
const pdfStartWithin = 1024;

/**
 * What kind of document this is: by its first bytes, and only between Markdown and plain text by what it is called.
 * Throws {@link UnreadableError} for any other kind.
 */
export function documentFormat(bytes: Uint8Array, isMarkdown: boolean): DocumentFormat {
  if (bytes.length === 0) throw new UnreadableError('empty');
  const start = Buffer.from(bytes.subarray(0, pdfStartWithin)).toString('latin1');
  if (pdfStart.test(start)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b)) return 'word';
  // The compound file of Office before 2007, in which later ones put what is encrypted ([MS-CFB] 2.2).
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableError('old_word');
  if (/^\s*(\{\\rtf|<!doctype|<html|<\?xml)/i.test(start.replace(/^\u00ef\u00bb\u00bf/, ''))) {
    throw new UnreadableError('unsupported');
  }
  return isMarkdown ? 'markdown' : 'text';
}

import { getDocumentProxy } from 'unpdf';
import type { Block } from './block.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { pdfLines, type PdfLine, type PdfRun } from './pdf-lines.ts';
import { UnreadableError } from './unreadable.ts';

const mostPages = 500;
/** Fewer letters than that on all pages together are a stamp on a picture, not a text. */
const fewestLetters = 20;

/** The blocks of a PDF. Throws {@link UnreadableError} when it is encrypted, damaged, too long, or only pictures. */
export async function readPdf(bytes: Uint8Array): Promise<Block[]> {
  const pages: PdfLine[][] = [];
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
    if (pdf.numPages > mostPages) throw new UnreadableError('too_large');
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(pdfLines(items.flatMap((item) => ('str' in item ? [runOf(item)] : []))));
      page.cleanup();
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(reasonOf(error), error);
  }
  const letters = pages.flat().flatMap(({ cells }) => cells.join('').match(/\p{L}/gu) ?? []).length;
  if (letters < fewestLetters) throw new UnreadableError('scanned');
  return pdfBlocks(pages);
}

const reasonOf = (error: unknown) =>
  error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken';

interface TextItem {
  readonly str: string;
  /** The text matrix, `[a, b, c, d, x, y]` (ISO 32000-2, 9.4.4); typed loosely by the library. */
  readonly transform: readonly unknown[];
  readonly width: number;
}

function runOf({ str, transform, width }: TextItem): PdfRun {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform.map(Number);
  return { text: str, x, y, width, size: Math.hypot(c, d) };
}

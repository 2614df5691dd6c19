import { once } from 'node:events';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

/** What a test writes into a document, whatever its format. */
export type Written =
  | { readonly heading: 1 | 2 | 3; readonly text: string }
  | { readonly text: string }
  | { readonly items: readonly string[] }
  | { readonly rows: readonly (readonly string[])[] };

const headingSizes = { 1: 22, 2: 16, 3: 13 } as const;
const bodySize = 11;

/** A PDF as a word processor would print it. */
export async function pdfFile(content: readonly Written[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'LETTER', ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const part of content) {
    if ('heading' in part) document.fontSize(headingSizes[part.heading]).text(part.text).moveDown(0.5);
    else if ('items' in part) for (const item of part.items) document.fontSize(bodySize).text(`• ${item}`);
    else if ('rows' in part) for (const row of part.rows) writeRow(document, row);
    else document.fontSize(bodySize).text(part.text);
    document.moveDown(1);
  }
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

function writeRow(document: PDFKit.PDFDocument, row: readonly string[]): void {
  const { y } = document.fontSize(bodySize);
  row.forEach((cell, index) => document.text(cell, 72 + index * 150, y, { lineBreak: false }));
  document.text('', 72, y + bodySize + 4);
}

/** A small PDF whose one page unpacks to so many megabytes (ISO 32000-2, 7.3.8 and 7.4.4). */
export function pdfBomb(megabytes: number): Buffer {
  const stream = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 'BT (a) Tj ET\n'), { level: 9 });
  return Buffer.concat([
    Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj
4 0 obj<</Filter/FlateDecode/Length ${stream.length}>>stream
`),
    stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

/** A Word document with these files in its archive, beside those it needs. */
export function wordFile(content: readonly Written[], extra: Record<string, Uint8Array> = {}): Buffer {
  const file = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      </Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
      </Relationships>`,
    ),
    'word/styles.xml': xml(
      `<w:styles ${namespace}>${[1, 2, 3]
        .map(
          (level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`,
        )
        .join('')}<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/document.xml': xml(
      `<w:document ${namespace}><w:body>${content.map(wordPart).join('')}</w:body></w:document>`,
    ),
  };
  return Buffer.from(zipSync({ ...file, ...extra }));
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);

function wordPart(part: Written): string {
  if ('items' in part) return part.items.map((item) => paragraph(`– ${item}`)).join('');
  if ('rows' in part) {
    const cells = (row: readonly string[]) => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('');
    return `<w:tbl>${part.rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
  }
  return paragraph(part.text, 'heading' in part ? `H${part.heading}` : undefined);
}

function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`;
}

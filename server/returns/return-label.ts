import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { code128Bars } from './code128-bars.ts';
import { printableText } from './printable-text.ts';

/** What stands on a label: of the customer nothing but what they send. */
export interface ReturnLabel {
  readonly rma: string;
  readonly storeName: string;
  /** Where it goes, line by line. */
  readonly address: readonly string[];
  /** "Thursday, March 19". */
  readonly shipBy: string;
  readonly items: readonly { readonly name: string; readonly quantity: number }[];
  readonly issuedAt: Date;
}

/** In points, 72 to the inch: a label of 4 × 6 inches. */
const page = { width: 288, height: 432, margin: 20 };
const inside = page.width - 2 * page.margin;
const mostItems = 5;

/**
 * The label as PDF: the same bytes for the same label. Tagged for screen readers (PDF/UA's structure), its barcode drawn
 * as lines, so that it is sharp on any printer.
 */
export async function returnLabel(label: ReturnLabel): Promise<Buffer> {
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: page.margin,
    pdfVersion: '1.7',
    lang: 'en-US',
    tagged: true,
    displayTitle: true,
    info: { Title: `Return label ${label.rma}`, CreationDate: label.issuedAt },
  });
  const bytes = buffer(document);
  draw(document, label);
  document.end();
  return bytes;
}

function draw(document: PDFKit.PDFDocument, { rma, storeName, address, shipBy, items }: ReturnLabel): void {
  const root = document.struct('Document');
  document.addStructure(root);
  // Each line is cut where it would need a second one: the page stays one page.
  const write = (tag: string, lines: readonly string[], { font = 'Helvetica', size = 10, gap = 8 } = {}) => {
    const content = () => {
      document.font(font).fontSize(size);
      for (const line of lines)
        document.text(printableText(line), page.margin, undefined, {
          width: inside,
          height: size * 1.2,
          ellipsis: true,
        });
      document.y += gap;
    };
    root.add(document.struct(tag, {}, content));
  };
  const bold = 'Helvetica-Bold';

  write('H1', [`${storeName}: prepaid return label`], { font: bold, size: 13 });
  write('H2', ['Ship to'], { size: 9, gap: 0 });
  write('P', address, { font: bold, size: 14, gap: 12 });

  const box = { x: page.margin, y: document.y, width: inside, height: 84 };
  root.add(
    document.struct('Figure', { alt: `Barcode of ${rma}` }, () => {
      for (const bar of code128Bars(rma, box)) document.rect(bar.x, bar.y, bar.width, bar.height);
      document.fill('black');
    }),
  );
  document.y = box.y + box.height + 6;
  write('P', [rma], { font: 'Courier-Bold', size: 18 });
  write('P', ['Hand this parcel to the carrier by', shipBy], { font: bold, size: 11 });
  write('H2', ['Inside'], { size: 9, gap: 0 });
  write('P', contents(items));
}

function contents(items: ReturnLabel['items']): string[] {
  const lines = items.slice(0, mostItems).map(({ name, quantity }) => `${quantity} x ${name}`);
  const more = items.length - mostItems;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

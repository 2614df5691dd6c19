import { expect, test } from 'vitest';
import { pdfBlocks } from './pdf-blocks.ts';
import { pdfLines, type PdfLine } from './pdf-lines.ts';

const lineHeight = 14;
const page = (...texts: string[]): PdfLine[] =>
  texts.map((text, index) => ({ cells: [text], x: 72, y: 700 - lineHeight * index, size: 11 }));

test('leaves out page numbers, and what most pages have at their top or bottom', () => {
  const pages = ['First', 'Second', 'Third'].map((word, index) =>
    page('Juniper Row, confidential', `${word} things are said here.`, `Page ${index + 1} of 3`),
  );
  expect(pdfBlocks(pages).map((block) => 'text' in block && block.text)).toEqual([
    'First things are said here.',
    'Second things are said here.',
    'Third things are said here.',
  ]);
});

test('a sentence goes on over the end of a page, and a hyphen at a line’s end stays without a space', () => {
  expect(pdfBlocks([page('We offer next-', 'day shipping to'), page('every state.')])).toEqual([
    { kind: 'paragraph', text: 'We offer next-day shipping to every state.' },
  ]);
});

test('a heading of two lines is one', () => {
  const heading = page('How long you have to', 'return something').map((line) => ({ ...line, size: 16 }));
  const text = page('You have thirty days after the delivery of your order.').map((line) => ({ ...line, y: 650 }));
  expect(pdfBlocks([[...heading, ...text]])[0]).toEqual({
    kind: 'heading',
    level: 1,
    text: 'How long you have to return something',
  });
});

test('runs on one line are one text, and cells where the gap is wide', () => {
  const run = (text: string, x: number, width: number) => ({ text, x, y: 700, width, size: 10 });
  const [line] = pdfLines([run('Ship', 72, 20), run('ping', 92, 20), run('takes', 115, 25), run('$5', 300, 10)]);
  expect(line?.cells).toEqual(['Shipping takes', '$5']);
});

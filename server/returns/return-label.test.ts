import { getDocumentProxy, extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { code128Bars } from './code128-bars.ts';
import { returnLabel, type ReturnLabel } from './return-label.ts';

const label: ReturnLabel = {
  rma: 'RMA-100001',
  storeName: 'Juniper Row',
  address: ['Juniper Row Returns', '1200 Dock St', 'Newark, NJ 07114', 'USA'],
  shipBy: 'Thursday, March 19',
  items: [{ name: 'Classic Tee - Navy, Size M', quantity: 2 }],
  issuedAt: new Date('2026-03-12T15:00:00Z'),
};

const wordsOf = async (pdf: Buffer) => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return (await extractText(document, { mergePages: true })).text;
};

describe('a return label', () => {
  test('names where it goes, its number, its last day and what is inside, on one page', async () => {
    const pdf = await returnLabel(label);
    const document = await getDocumentProxy(new Uint8Array(pdf));
    expect(document.numPages).toBe(1);
    const words = await wordsOf(pdf);
    for (const part of [
      ...label.address,
      'RMA-100001',
      'carrier by\nThursday, March 19',
      '2 x Classic Tee - Navy, Size M',
    ]) {
      expect(words).toContain(part);
    }
  });

  test('is read aloud as what it is: a title, a language, a barcode with words', async () => {
    const document = await getDocumentProxy(new Uint8Array(await returnLabel(label)));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Return label RMA-100001', Language: 'en-US' });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    expect(tree).toContain('"role":"H1"');
    expect(tree).toContain('"alt":"Barcode of RMA-100001"');
  });

  test('is the same bytes each time', async () => {
    expect((await returnLabel(label)).equals(await returnLabel(label))).toBe(true);
    expect((await returnLabel(label)).equals(await returnLabel({ ...label, rma: 'RMA-100002' }))).toBe(false);
  });

  test('stays on its page, whatever its items are called', async () => {
    const name = `Ångström 日本語 “Łódź”\n${'very '.repeat(60)}long`;
    const items = Array.from({ length: 30 }, () => ({ name, quantity: 1 }));
    const pdf = await returnLabel({ ...label, items });
    expect((await getDocumentProxy(new Uint8Array(pdf))).numPages).toBe(1);
    const words = await wordsOf(pdf);
    expect(words).toContain('1 x Ångström ??? “?ódz” very');
    expect(words).toContain('and 25 more');
  });
});

describe('the barcode', () => {
  test('is Code 128: eleven modules a character, a stop of thirteen, and quiet zones', () => {
    const bars = code128Bars('RMA-100001', { x: 0, y: 0, width: 1000, height: 10 });
    // Start, ten characters or pairs of digits with what switches between them, check character, stop.
    const moduleWidth = Math.min(...bars.map(({ width }) => width));
    const last = bars.at(-1);
    const end = (last?.x ?? 0) + (last?.width ?? 0);
    expect(bars[0]?.x).toBeCloseTo(10 * moduleWidth);
    expect(end).toBeCloseTo(1000 - 10 * moduleWidth);
    expect((Math.round((end - (bars[0]?.x ?? 0)) / moduleWidth) - 13) % 11).toBe(0);
    expect(bars.slice(0, 3).map(({ width }) => Math.round(width / moduleWidth))).toEqual([2, 1, 1]);
  });
});

import type { Block, ListItem } from './block.ts';
import { listLine } from './list-marker.ts';
import type { PdfLine } from './pdf-lines.ts';
import { tableBlock } from './table-block.ts';

const longestHeading = 140;
/** A heading is that much larger than the text around it. */
const headingShare = 1.12;
const mostLevels = 5;
/** Of the usual distance of two lines: what is further down begins a paragraph. */
const paragraphGap = 1.35;
/** So many pages make it worth looking for what each of them repeats. */
const fewestPagesWithMargins = 3;
const marginLines = 2;

/** The blocks of a document from the lines of its pages: its headings are known by their size. */
export function pdfBlocks(pages: readonly (readonly PdfLine[])[]): Block[] {
  const lines = withoutMargins(pages).flat();
  const bodySize = commonest(lines.map(({ size, cells }) => [roundSize(size), cells.join('').length] as const));
  const headingSizes = [...new Set(lines.filter(isHeading(bodySize)).map(({ size }) => roundSize(size)))]
    .sort((one, other) => other - one)
    .slice(0, mostLevels);
  const levelOf = (line: PdfLine) => headingSizes.indexOf(roundSize(line.size)) + 1;
  const lineDistance = commonest(distances(lines).map((distance) => [Math.round(distance), 1] as const));

  const blocks: Block[] = [];
  for (const group of groupsOf(lines, { levelOf, lineDistance })) {
    const [first] = group;
    if (first === undefined) continue;
    const level = levelOf(first);
    if (level > 0) blocks.push({ kind: 'heading', level, text: textOf(group) });
    else blocks.push(...bodyBlocks(group));
  }
  return blocks;
}

/** Lines that belong to one heading, paragraph, list or table. */
function groupsOf(
  lines: readonly PdfLine[],
  { levelOf, lineDistance }: { levelOf: (line: PdfLine) => number; lineDistance: number },
): PdfLine[][] {
  const groups: PdfLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const distance = before === undefined ? Infinity : before.y - line.y;
    const isSameKind = before !== undefined && levelOf(before) === levelOf(line);
    const isNear = distance > 0 && distance < paragraphGap * Math.max(lineDistance, line.size);
    // On the next page or in the next column a sentence may go on.
    const goesOn = distance <= 0 && before !== undefined && !/[.:!?]$/.test(textOf([before])) && levelOf(line) === 0;
    if (isSameKind && (isNear || goesOn)) groups.at(-1)?.push(line);
    else groups.push([line]);
  });
  return groups;
}

function bodyBlocks(lines: readonly PdfLine[]): Block[] {
  const blocks: Block[] = [];
  let rest = lines;
  while (rest.length > 0) {
    const kind = kindOf(rest);
    const length = Math.max(1, kind === 'list' ? rest.length : runLength(rest, kind));
    blocks.push(...blockOf(kind, rest.slice(0, length)));
    rest = rest.slice(length);
  }
  return blocks;
}

type Kind = 'table' | 'list' | 'paragraph';

function kindOf([first, second]: readonly PdfLine[]): Kind {
  const columns = first?.cells.length ?? 0;
  if (first !== undefined && listLine(textOf([first])) !== undefined) return 'list';
  return columns > 1 && second?.cells.length === columns ? 'table' : 'paragraph';
}

/** How many of the first lines are of that kind. */
function runLength(lines: readonly PdfLine[], kind: Kind): number {
  const columns = lines[0]?.cells.length ?? 0;
  const end = lines.findIndex((line, index) => {
    if (index === 0) return false;
    if (kind === 'table') return line.cells.length !== columns;
    return kindOf(lines.slice(index)) !== 'paragraph';
  });
  return end === -1 ? lines.length : end;
}

function blockOf(kind: Kind, lines: readonly PdfLine[]): Block[] {
  if (kind === 'paragraph') return [{ kind: 'paragraph', text: textOf(lines) }];
  if (kind === 'table') {
    const table = tableBlock(lines.map(({ cells }) => cells));
    return table === undefined ? [] : [table];
  }
  const items: ListItem[] = [];
  let isOrdered = false;
  for (const line of lines) {
    const found = listLine(textOf([line]));
    isOrdered ||= found?.isOrdered ?? false;
    if (found === undefined) items.push({ text: `${items.pop()?.text ?? ''} ${textOf([line])}`.trim(), depth: 0 });
    else items.push({ text: found.text, depth: 0 });
  }
  return [{ kind: 'list', isOrdered, items }];
}

/** Without page numbers, and without the lines that most pages have at their top or bottom. */
function withoutMargins(pages: readonly (readonly PdfLine[])[]): (readonly PdfLine[])[] {
  const isAtEdge = (index: number, count: number) => index < marginLines || index >= count - marginLines;
  const pattern = (line: PdfLine) => textOf([line]).replaceAll(/\d+/g, '#');
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edge = page.filter((_, index) => isAtEdge(index, page.length)).map(pattern);
    for (const line of new Set(edge)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const isRepeated = (line: PdfLine) =>
    pages.length >= fewestPagesWithMargins && (counts.get(pattern(line)) ?? 0) > pages.length / 2;
  const isPageNumber = (line: PdfLine) => /^(?:page )?#(?:(?: of |\s?\/\s?)#)?$/i.test(pattern(line));
  return pages.map((page) =>
    page.filter((line, index) => !isAtEdge(index, page.length) || !(isPageNumber(line) || isRepeated(line))),
  );
}

const isHeading = (bodySize: number) => (line: PdfLine) =>
  line.size >= bodySize * headingShare && textOf([line]).length <= longestHeading;

const textOf = (lines: readonly PdfLine[]) =>
  lines
    .map(({ cells }) => cells.join(' '))
    .join(' ')
    // "next-" at a line's end goes on without a space.
    .replaceAll(/(\p{L}-) (?=\p{Ll})/gu, '$1');

const distances = (lines: readonly PdfLine[]) =>
  lines
    .map((line, index) => (lines[index - 1]?.y ?? line.y) - line.y)
    .filter((distance, index) => distance > 0 && distance < 4 * (lines[index]?.size ?? 0));

const roundSize = (size: number) => Math.round(size * 2) / 2;

/** The value with the greatest weight; 0 when there is none. */
function commonest(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const totals = new Map<number, number>();
  for (const [value, weight] of weighted) totals.set(value, (totals.get(value) ?? 0) + weight);
  return [...totals].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

import { plainLine } from './plain-line.ts';

/** A run of text as a PDF page places it, in points from the page's bottom left. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** What stands beside each other on a page; more than one cell where there are wide gaps. */
export interface PdfLine {
  readonly cells: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** As shares of the font's size. */
const wordGap = 0.15;
const cellGap = 1.5;

/** The lines of one page in the order its author wrote them, which keeps columns apart. */
export function pdfLines(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfRun[][] = [];
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const line = lines.at(-1);
    const last = line?.at(-1);
    const continues = last !== undefined && Math.abs(last.y - run.y) < last.size / 2 && run.x > last.x;
    if (continues) line?.push(run);
    else lines.push([run]);
  }
  return lines.flatMap((line) => {
    const [first] = line;
    const cells = cellsOf(line);
    if (first === undefined || cells.length === 0) return [];
    return [{ cells, x: first.x, y: first.y, size: Math.max(...line.map(({ size }) => size)) }];
  });
}

function cellsOf(line: readonly PdfRun[]): string[] {
  const cells: string[] = [];
  line.forEach((run, index) => {
    const before = line[index - 1];
    const gap = before === undefined ? Infinity : run.x - (before.x + before.width);
    if (gap > cellGap * run.size) cells.push(run.text);
    else cells.push(`${cells.pop() ?? ''}${gap > wordGap * run.size ? ' ' : ''}${run.text}`);
  });
  return cells.map(plainLine).filter((cell) => cell !== '');
}

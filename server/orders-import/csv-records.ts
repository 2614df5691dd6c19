import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { columnOf, neededColumns, type Column } from './csv-columns.ts';
import { csvOrder, type CsvRow } from './csv-order.ts';
import type { FileRecord } from './file-record.ts';
import { UnusableFileError } from './import-problem.ts';
import { streamOf } from './open-orders-file.ts';

const longestRow = 1_000_000;

/** The orders of a CSV file, one row an item; the rows of an order stand together. Throws {@link UnusableFileError}. */
export async function* csvRecords(
  text: AsyncIterable<string>,
  { delimiter, onUnknown }: { delimiter: string; onUnknown: (headings: readonly string[]) => void },
): AsyncGenerator<FileRecord> {
  let columns: readonly (Column | undefined)[] | undefined;
  let headings: readonly string[] = [];
  let rows: CsvRow[] = [];
  let number: string | undefined;
  for await (const { cells, row } of csvRows(text, delimiter)) {
    if (columns === undefined) {
      headings = cells.map((cell) => cell.trim());
      columns = headings.map(columnOf);
      checkHeadings(headings, columns);
      onUnknown(headings.filter((heading, index) => heading !== '' && columns?.[index] === undefined));
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    const current = rowOf({ cells, row }, { columns, headings });
    const own = orderNumberOf(current);
    // A broken row or one without a number may belong to the order before it, which then is not whole.
    const isOwn = own !== undefined && own !== '';
    if (isOwn && own !== number && rows.length > 0) {
      yield csvOrder(rows);
      rows = [];
    }
    if (isOwn) number = own;
    rows.push(current);
  }
  if (columns === undefined) throw new UnusableFileError('The file has no header');
  if (rows.length > 0) yield csvOrder(rows);
}

function rowOf({ cells, row }: ParsedRow, { columns, headings }: Header): CsvRow {
  const read = cells.flatMap((text, index) => {
    const column = columns[index];
    return column === undefined ? [] : [{ column, heading: headings[index] ?? '', text }];
  });
  const isNumbered = read.some(({ column, text }) => column.field === 'order_number' && text.trim() !== '');
  if (cells.length !== headings.length) {
    const problem = `has ${cells.length} cells, the header ${headings.length}: is a quote or a delimiter missing?`;
    return { row, cells: read, problem };
  }
  return isNumbered ? { row, cells: read } : { row, cells: read, problem: 'has no order_number: each row needs it' };
}

interface Header {
  readonly columns: readonly (Column | undefined)[];
  readonly headings: readonly string[];
}

interface ParsedRow {
  readonly cells: readonly string[];
  readonly row: number;
}

async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<ParsedRow> {
  const parser = parse({ delimiter, bom: true, relax_column_count: true, max_record_size: longestRow });
  let failure: Error | undefined;
  pipeline(streamOf(text), parser, (error) => {
    failure = error ?? undefined;
  });
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { cells, row: ++row };
  } catch (error) {
    const cause = failure ?? error;
    if (!(cause instanceof CsvError)) throw cause;
    throw new UnusableFileError(
      `The file stops being CSV, soon after row ${row}: a quote that does not end, or one inside a cell that is ` +
        'not doubled? Nothing of it is imported',
    );
  }
}

function checkHeadings(headings: readonly string[], columns: readonly (Column | undefined)[]): void {
  const missing = neededColumns.filter((name) => {
    const wanted = columnOf(name);
    return !columns.some((column) => column?.of === wanted?.of && column?.field === wanted?.field);
  });
  if (missing.length > 0) {
    throw new UnusableFileError(`The header has no column ${missing.join(', ')}: see npm run import -- --help`);
  }
  const known = headings.filter((_, index) => columns[index] !== undefined).map((heading) => heading.toLowerCase());
  const twice = known.find((heading, index) => known.indexOf(heading) !== index);
  if (twice !== undefined) throw new UnusableFileError(`The header has the column ${twice} twice`);
}

const orderNumberOf = ({ cells }: CsvRow) =>
  cells.find(({ column }) => column.of === 'order' && column.field === 'order_number')?.text.trim();

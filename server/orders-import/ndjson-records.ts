import { createInterface } from 'node:readline';
import type { FileRecord } from './file-record.ts';
import { streamOf } from './open-orders-file.ts';

const longestLine = 1_000_000;

/** The orders of a file that has one a line. */
export async function* ndjsonRecords(text: AsyncIterable<string>): AsyncGenerator<FileRecord> {
  let record = 0;
  for await (const line of createInterface({ input: streamOf(text), crlfDelay: Infinity })) {
    record += 1;
    if (line.trim() !== '') yield recordOf(record, line);
  }
}

function recordOf(record: number, line: string): FileRecord {
  const problem = (what: string) => ({ record, order: undefined, problem: { field: undefined, problem: what } });
  if (line.length > longestLine) return problem('the line is longer than an order can be');
  try {
    return { record, order: JSON.parse(line) };
  } catch {
    return problem('the line is not JSON: one whole order is expected on each line');
  }
}

import { pipeline } from 'node:stream';
import streamArray from 'stream-json/streamers/stream-array.js';
import type { FileRecord } from './file-record.ts';
import { UnusableFileError } from './import-problem.ts';
import { streamOf } from './open-orders-file.ts';

/** The orders of a JSON array, one at a time. Throws {@link UnusableFileError} where it is not JSON. */
export async function* jsonRecords(text: AsyncIterable<string>): AsyncGenerator<FileRecord> {
  let record = 0;
  let failure: Error | undefined;
  const items = pipeline(streamOf(text), streamArray.withParserAsStream(), (error) => {
    failure = error ?? undefined;
  });
  try {
    for await (const { value } of items as AsyncIterable<{ value: unknown }>) yield { record: ++record, order: value };
  } catch (error) {
    if (failure instanceof UnusableFileError) throw failure;
    throw error instanceof UnusableFileError ? error : notJson(record);
  }
}

/** How soon, the parser does not tell. */
const notJson = (record: number) =>
  new UnusableFileError(
    `The file stops being JSON, soon after order ${record}: it is damaged or cut short, so nothing of it is imported`,
  );

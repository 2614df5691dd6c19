import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { UnusableFileError } from './import-problem.ts';

type OrdersFormat = 'csv' | 'json' | 'ndjson';

export interface OrdersFile {
  readonly format: OrdersFormat;
  readonly bytes: number;
  /** Of a CSV file: what stands most often in its first line. */
  readonly delimiter: string;
  /** The file's text from its beginning, without a byte order mark; may be asked for once. */
  readonly text: () => AsyncIterable<string>;
  readonly bytesRead: () => number;
}

const startBytes = 4096;

/**
 * Opens a file of orders. What it is its name tells (.csv, .tsv, .json, .ndjson, .jsonl), and between an array and one
 * order a line the first character. Throws {@link UnusableFileError}.
 */
export async function openOrdersFile(path: string, encoding: string | undefined): Promise<OrdersFile> {
  const { start, size } = await startOf(path);
  if (size === 0) throw new UnusableFileError('The file is empty');
  const label = encoding ?? encodingOf(start);
  const decoder = decoderOf(label);
  const source = createReadStream(path);
  async function* text(): AsyncGenerator<string> {
    try {
      for await (const chunk of source) yield decoder.decode(chunk as Buffer, { stream: true });
      yield decoder.decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new UnusableFileError(
        `The file is not ${label}: save it as UTF-8, or name its encoding, as in --encoding windows-1252`,
      );
    }
  }
  const beginning = new TextDecoder(label).decode(start).trimStart();
  return {
    format: formatOf(extname(path), beginning.charAt(0)),
    bytes: size,
    delimiter: delimiterOf(beginning),
    text,
    bytesRead: () => source.bytesRead,
  };
}

async function startOf(path: string): Promise<{ start: Buffer; size: number }> {
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(startBytes), 0, startBytes, 0);
      return { start: buffer.subarray(0, bytesRead), size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UnusableFileError(`The file cannot be opened (${code})`);
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** A byte that is not of the encoding is no character to guess at: a name would be spoilt. */
function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new UnusableFileError(`There is no encoding of that name: try utf-8, utf-16le or windows-1252`);
  }
}

function formatOf(extension: string, first: string): OrdersFormat {
  if (first === '[') return 'json';
  if (first === '{') return 'ndjson';
  if (/^\.(json|ndjson|jsonl)$/i.test(extension)) {
    throw new UnusableFileError('This is not JSON of orders: an array of them, or one order a line, is expected');
  }
  return 'csv';
}

function delimiterOf(beginning: string): string {
  const [header = ''] = beginning.split(/\r?\n/);
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
}

/** The text as a stream, for a library that wants one. */
export const streamOf = (text: AsyncIterable<string>): Readable => Readable.from(text, { objectMode: false });

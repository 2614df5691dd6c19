import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingResult, ReadingTask } from './document-reader.ts';
import { parseDocument } from './parse-document.ts';
import { UnreadableError } from './unreadable.ts';

const { bytes, format } = workerData as ReadingTask;
parentPort?.postMessage(await result());

async function result(): Promise<ReadingResult> {
  try {
    return { blocks: await parseDocument(bytes, format) };
  } catch (error) {
    if (error instanceof UnreadableError) return { unreadable: error.reason };
    // What is nested thousands deep uses up the stack.
    if (error instanceof RangeError) return { unreadable: 'too_complex' };
    throw error;
  }
}

import { Worker } from 'node:worker_threads';
import type { Block } from './block.ts';
import type { DocumentFormat } from './document-format.ts';
import { UnreadableError, type UnreadableReason } from './unreadable.ts';

export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly format: DocumentFormat;
}
export type ReadingResult = { readonly blocks: Block[] } | { readonly unreadable: UnreadableReason };

export interface ReadingLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
}

const usualLimits: ReadingLimits = { timeMs: 20_000, memoryMb: 256 };
const memoryCheckMs = 100;

/**
 * Reads documents, one at a time, each in a thread of its own that is ended when it takes too much time or memory: a file
 * may come from anywhere, and a server that answers callers reads it.
 */
export class DocumentReader {
  readonly #limits: ReadingLimits;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: ReadingLimits = usualLimits) {
    this.#limits = limits;
  }

  /** The blocks of the document. Throws {@link UnreadableError}. */
  read(task: ReadingTask): Promise<Block[]> {
    const reading = this.#last.then(() => readInThread(task, this.#limits));
    this.#last = reading.catch(() => undefined);
    return reading;
  }
}

async function readInThread(task: ReadingTask, { timeMs, memoryMb }: ReadingLimits): Promise<Block[]> {
  const thread = new Worker(new URL('./document-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    // What a library has to say about a strange file is for nobody.
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
  });
  // The limits above do not count buffers, in which files are unpacked.
  const watch = setInterval(() => {
    thread
      .getHeapStatistics()
      .then(async ({ external_memory }) => {
        if (external_memory > memoryMb * 1024 * 1024) await thread.terminate();
      })
      // It has ended in the meantime.
      .catch(() => undefined);
  }, memoryCheckMs);
  const timeout = setTimeout(() => void thread.terminate(), timeMs);
  try {
    const result = await new Promise<ReadingResult>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', (error) => reject(asError(error)));
      thread.once('exit', () => resolve({ unreadable: 'too_complex' }));
    });
    if ('unreadable' in result) throw new UnreadableError(result.unreadable);
    return result.blocks;
  } finally {
    clearInterval(watch);
    clearTimeout(timeout);
    await thread.terminate();
  }
}

function asError(error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new UnreadableError('too_complex', error);
  }
  return error instanceof Error ? error : new Error(String(error));
}

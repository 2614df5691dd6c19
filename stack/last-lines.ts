import type { Readable } from 'node:stream';

/** Remembers the last lines of what a process wrote: the reason of its death is nearly always among them. */
export class LastLines {
  readonly #limit: number;
  readonly #lines: string[] = [];
  #unfinished = '';

  constructor(limit = 20) {
    this.#limit = limit;
  }

  /** Takes a chunk as it came, cut anywhere, and returns the lines it completed. */
  take(chunk: string): string[] {
    const pieces = (this.#unfinished + chunk).split(/\r?\n/);
    this.#unfinished = pieces.pop() ?? '';
    const lines = pieces.filter((line) => line.trim() !== '');
    this.#lines.push(...lines);
    this.#lines.splice(0, this.#lines.length - this.#limit);
    return lines;
  }

  /** The lines so far, oldest first, with an unfinished last one. */
  get lines(): string[] {
    const all = this.#unfinished.trim() === '' ? this.#lines : [...this.#lines, this.#unfinished];
    return all.slice(-this.#limit);
  }

  /** Follows streams that end by themselves; `onLine` sees each line once it is complete. */
  follow(streams: readonly (Readable | null)[], onLine?: (line: string) => void): this {
    for (const stream of streams) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        for (const line of this.take(chunk)) onLine?.(line);
      });
    }
    return this;
  }
}

import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { ImportProblem } from './import-problem.ts';

const mostShown = 20;

/** Counts what is not imported, remembers the first few, and writes all of it to a file that begins with the first. */
export class ProblemReport {
  readonly shown: ImportProblem[] = [];
  readonly path: string;
  #count = 0;
  #orders = 0;
  #file: WriteStream | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** Of single things wrong. */
  get count(): number {
    return this.#count;
  }

  /** Of orders that are not imported. */
  get orders(): number {
    return this.#orders;
  }

  /** Everything that is wrong with one order. */
  async add(problems: readonly ImportProblem[]): Promise<void> {
    this.#orders += 1;
    for (const problem of problems) {
      this.#count += 1;
      if (this.shown.length < mostShown) this.shown.push(problem);
      await this.#write(problem);
    }
  }

  async close(): Promise<void> {
    if (this.#file === undefined) return;
    this.#file.end();
    await once(this.#file, 'close');
  }

  async #write({ record, orderNumber = '', field = '', problem }: ImportProblem): Promise<void> {
    if (this.#file === undefined) {
      this.#file = createWriteStream(this.path);
      this.#file.write('record,order_number,field,problem\n');
    }
    const line = `${record},${quoted(orderNumber)},${quoted(field)},${quoted(problem)}\n`;
    if (!this.#file.write(line)) await once(this.#file, 'drain');
  }
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

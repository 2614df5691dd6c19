import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const rotateAtBytes = 10 * 1024 * 1024;

/** The log file of a part: the last 10 to 20 MB of its lines, in `<part>.log` and `<part>.old.log`. */
export class PartLog {
  readonly path: string;
  readonly #oldPath: string;
  #bytes = 0;

  constructor(folder: string, part: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, `${part}.log`);
    this.#oldPath = join(folder, `${part}.old.log`);
    this.#bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  write(line: string): void {
    const text = `${line}\n`;
    if (this.#bytes > rotateAtBytes) {
      renameSync(this.path, this.#oldPath);
      this.#bytes = 0;
    }
    this.#bytes += Buffer.byteLength(text);
    appendFileSync(this.path, text);
  }
}

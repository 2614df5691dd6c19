import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const programName = 'pocketsphinx_continuous';
const dictionaryPath = '/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict';
/** What the recogniser's acoustic model listens to. */
export const heardSampleRateHz = 16_000;
/** Without the second pass over the words: a fifth faster, and as good for what is asked of the free decoding. */
const quickSearch = ['-fwdflat', 'no'];
/** PocketSphinx opens its input by name, which a socket (what Node gives a child as stdin) refuses and a pipe allows. */
const throughPipe = 'cat | "$0" "$@"';

/** Where PocketSphinx and its American model are installed; undefined where one is missing. */
export function findPocketSphinx(
  path = process.env['PATH'] ?? '',
): { program: string; dictionary: string } | undefined {
  const program = path
    .split(delimiter)
    .map((folder) => join(folder, programName))
    .find((file) => isThere(file, constants.X_OK));
  return program !== undefined && isThere(dictionaryPath, constants.R_OK)
    ? { program, dictionary: dictionaryPath }
    : undefined;
}

/**
 * One run of PocketSphinx, for one utterance, bound to the grammar of a file or free. It loads its model, which takes
 * half a second, from the moment it is made: make it when someone begins to speak. The sound goes through a pipe: what a
 * customer says is in no file.
 */
export class PocketSphinxRun {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #text: Promise<string>;

  constructor({ program, grammarFile }: { program: string; grammarFile?: string | undefined }) {
    const model = grammarFile === undefined ? quickSearch : ['-jsgf', grammarFile];
    const args = ['-c', throughPipe, program, '-infile', '/dev/stdin', '-logfn', '/dev/null', ...model];
    this.#child = spawn('/bin/sh', args, { stdio: ['pipe', 'pipe', 'ignore'] });
    // A program that ends early breaks its pipe; its exit code says so better.
    this.#child.stdin.on('error', () => undefined);
    this.#text = textOf(this.#child);
    this.#text.catch(() => undefined);
  }

  /**
   * Decodes 16 kHz samples; once only.
   * @returns the words, lower case; empty when none were heard
   * @throws when the program fails, or the signal's reason when it is aborted
   */
  async decode(samples: Int16Array, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    this.#child.stdin.end(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
    const aborted = Promise.withResolvers<never>();
    const abort = () => aborted.reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await Promise.race([this.#text, aborted.promise]);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Nothing to decode after all: it reads the end of its input, and ends. */
  discard(): void {
    this.#child.stdin.end();
  }
}

async function textOf(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${programName} ended with code ${String(code)}`));
    });
  });
  return text.replace(/\s+/g, ' ').trim();
}

function isThere(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

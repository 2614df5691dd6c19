import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const programName = 'pocketsphinx_continuous';
const modelFolder = '/usr/share/pocketsphinx/model/en-us';
/** What the recogniser's acoustic model listens to. */
export const heardSampleRateHz = 16_000;
/** Without the second pass over the words: a fifth faster, and as good for what is asked of the free decoding. */
const quickSearch = ['-fwdflat', 'no'];
/** PocketSphinx opens its input by name, which a socket (what Node gives a child as stdin) refuses and a pipe allows. */
const throughPipe = 'cat | "$0" "$@"';
/** Its log names the mean by which it adapts to a voice and a line; the last one is the one to go on with. */
const learntMean = /Update to +<([^>]+)>/g;

/** Where PocketSphinx and its American model are installed. */
export interface PocketSphinx {
  program: string;
  dictionary: string;
  /** How the acoustic model wants its sound prepared. */
  featureParameters: string;
}

/** Undefined where a part of it is missing. */
export function findPocketSphinx(path = process.env['PATH'] ?? ''): PocketSphinx | undefined {
  const program = path
    .split(delimiter)
    .map((folder) => join(folder, programName))
    .find((file) => isThere(file, constants.X_OK));
  const dictionary = join(modelFolder, 'cmudict-en-us.dict');
  const featureParameters = join(modelFolder, 'en-us', 'feat.params');
  const isComplete = [dictionary, featureParameters].every((file) => isThere(file, constants.R_OK));
  return program !== undefined && isComplete ? { program, dictionary, featureParameters } : undefined;
}

interface RunOptions {
  program: string;
  /** Bound to this grammar, whose words are in this dictionary; free without. */
  grammar?: { file: string; dictionary: string } | undefined;
  /** Instead of the model's own. */
  featureParameters?: string | undefined;
}

export interface Decoding {
  /** Lower case; empty when no words were heard. */
  text: string;
  /** The mean cepstrum of what was heard, for the next run to begin with; absent when no speech was found. */
  cepstralMean: string | undefined;
}

/**
 * One run of PocketSphinx, for one utterance, bound to a grammar or free. It loads its model from the moment it is made
 * and decodes while the utterance is being said, so that little is left to do at its end. The sound goes through a pipe:
 * what a customer says is in no file. Whoever holds the pipe's end may die: the run then ends as well.
 */
export class PocketSphinxRun {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #decoding: Promise<Decoding>;

  constructor({ program, grammar, featureParameters }: RunOptions) {
    const model = grammar ? ['-jsgf', grammar.file, '-dict', grammar.dictionary] : quickSearch;
    const features = featureParameters === undefined ? [] : ['-featparams', featureParameters];
    const args = ['-c', throughPipe, program, '-infile', '/dev/stdin', ...model, ...features];
    // A group of its own, so that the shell's children end with it.
    this.#child = spawn('/bin/sh', args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    // A program that ends early breaks its pipe; its exit code says so better.
    this.#child.stdin.on('error', () => undefined);
    this.#decoding = decodingOf(this.#child);
    this.#decoding.catch(() => undefined);
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Takes the next 16 kHz samples of the utterance. */
  hear(samples: Int16Array): void {
    if (this.#child.stdin.writable)
      this.#child.stdin.write(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
  }

  /**
   * The utterance is over.
   * @throws when the program fails, or the signal's reason when it is aborted
   */
  async finish(signal: AbortSignal): Promise<Decoding> {
    signal.throwIfAborted();
    this.#child.stdin.end();
    const aborted = Promise.withResolvers<never>();
    const abort = () => {
      this.discard();
      aborted.reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await Promise.race([this.#decoding, aborted.promise]);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** What it heard is of no use: it ends at once. */
  discard(): void {
    const { pid } = this.#child;
    if (pid === undefined || !this.isAlive) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}

async function decodingOf(child: ChildProcessByStdio<Writable, Readable, Readable>): Promise<Decoding> {
  let text = '';
  let cepstralMean: string | undefined;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    cepstralMean = [...piece.matchAll(learntMean)].at(-1)?.[1]?.trim().split(/\s+/).join(',') ?? cepstralMean;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${programName} ended with code ${String(code)}`));
    });
  });
  return { text: text.replace(/\s+/g, ' ').trim(), cepstralMean };
}

function isThere(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

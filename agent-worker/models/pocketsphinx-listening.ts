import { type AudioFrame, AudioResampler } from '@livekit/rtc-node';
import type { CallLine } from './call-line.ts';
import type { Listening } from './ears.ts';
import { heardSampleRateHz } from './pocketsphinx.ts';

/** Less than this is a click, not a word. */
const shortestWordMs = 120;
/** Longer is no utterance, but a line left open: the rest is not listened to. */
const longestUtterance = 30 * heardSampleRateHz;
/** Root mean square below which nobody spoke into the microphone. */
const quietestSpeech = 60;

/** The two decodings of an utterance, which take its sound as it comes. */
export interface Runs {
  /** False when the line has turned out to be of the other kind. */
  isOfLine: () => boolean;
  hear: (samples: Int16Array) => void;
  finish: (signal: AbortSignal) => Promise<string>;
  discard: () => void;
}

interface ListeningOptions {
  newRuns: () => Runs;
  line: CallLine;
  /** After the utterance has ended. */
  longestDecodingMs: number;
}

/** One utterance, decoded while it is being said. When it goes on after a pause, it is decoded anew from its beginning. */
export class PocketSphinxListening implements Listening {
  readonly #newRuns: () => Runs;
  readonly #line: CallLine;
  readonly #longestDecodingMs: number;
  readonly #heard: Int16Array[] = [];
  #runs: Runs | undefined;
  #resampler: { rateHz: number; resampler: AudioResampler } | undefined;
  /** Its words are being told: what comes now is silence, unless it goes on. */
  #isTold = false;
  #length = 0;

  constructor({ newRuns, line, longestDecodingMs }: ListeningOptions) {
    this.#newRuns = newRuns;
    this.#line = line;
    this.#longestDecodingMs = longestDecodingMs;
  }

  hear(frame: AudioFrame): void {
    if (this.#length > longestUtterance) return;
    for (const samples of this.#atHeardRate(frame)) {
      this.#length += samples.length;
      this.#heard.push(samples);
      this.#line.listen(samples);
      if (this.#isTold) continue;
      if (this.#runs) this.#runs.hear(samples);
      else this.#runs = this.#beginRuns();
    }
  }

  async transcribe(signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const utterance = joined(this.#heard);
    if (!isSpeech(utterance)) return '';
    this.#isTold = true;
    signal.addEventListener('abort', () => (this.#isTold = false), { once: true });
    await this.#line.judge(utterance);
    signal.throwIfAborted();
    const runs = this.#runsForLine();
    this.#runs = undefined;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#longestDecodingMs)]);
    try {
      return await runs.finish(limit);
    } catch (error) {
      runs.discard();
      limit.throwIfAborted();
      // A process that died is no reason not to understand: once more, from the beginning.
      const again = this.#beginRuns();
      return await again.finish(limit).catch(() => {
        again.discard();
        throw error;
      });
    }
  }

  close(): void {
    this.#runs?.discard();
    this.#runs = undefined;
    this.#resampler?.resampler.close();
    this.#resampler = undefined;
    this.#isTold = true;
  }

  #runsForLine(): Runs {
    if (this.#runs?.isOfLine() === true) return this.#runs;
    this.#runs?.discard();
    return this.#beginRuns();
  }

  #beginRuns(): Runs {
    const runs = this.#newRuns();
    for (const samples of this.#heard) runs.hear(samples);
    return runs;
  }

  #atHeardRate(frame: AudioFrame): Int16Array[] {
    if (frame.sampleRate === heardSampleRateHz) return [frame.data];
    if (this.#resampler?.rateHz !== frame.sampleRate) {
      this.#resampler?.resampler.close();
      const resampler = new AudioResampler(frame.sampleRate, heardSampleRateHz, frame.channels);
      this.#resampler = { rateHz: frame.sampleRate, resampler };
    }
    return this.#resampler.resampler.push(frame).map(({ data }) => data);
  }
}

function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

function isSpeech(samples: Int16Array): boolean {
  if (samples.length < (heardSampleRateHz * shortestWordMs) / 1000) return false;
  let power = 0;
  for (const sample of samples) power += sample * sample;
  return Math.sqrt(power / samples.length) >= quietestSpeech;
}

import { speechAboveNoiseDb } from './noise-level.ts';
import { NarrowBand } from './narrow-band.ts';
import { loadRnNoise } from './rnnoise.ts';

/** What the recogniser makes nothing of without help; speech in a quiet room stands 45 dB above its noise. */
const noisyBelowDb = 25;

/** How a caller's sound has to be prepared. */
export interface LineKind {
  isNarrow: boolean;
  isNoisy: boolean;
}

/** What has been found out about the line of a call, from all that was heard on it. */
export class CallLine {
  readonly #spectrum: NarrowBand;
  readonly #sampleRateHz: number;
  readonly #isPhone: boolean;
  #isNoisy = false;

  /** @param isPhone what to begin with */
  constructor({ sampleRateHz, isPhone }: { sampleRateHz: number; isPhone: boolean }) {
    this.#spectrum = new NarrowBand(sampleRateHz);
    this.#sampleRateHz = sampleRateHz;
    this.#isPhone = isPhone;
  }

  get kind(): LineKind {
    return { isNarrow: this.#spectrum.isNarrow ?? this.#isPhone, isNoisy: this.#isNoisy };
  }

  listen(samples: Int16Array): void {
    this.#spectrum.listen(samples);
  }

  /** Takes note of an utterance as a whole, with the pauses around it. */
  async judge(utterance: Int16Array): Promise<void> {
    const aboveDb = speechAboveNoiseDb(utterance, this.#sampleRateHz);
    if (aboveDb === undefined) return;
    const isNoisy = aboveDb < noisyBelowDb;
    if (isNoisy) await loadRnNoise();
    this.#isNoisy = isNoisy;
  }
}

export function isSameKind(one: LineKind, other: LineKind): boolean {
  return one.isNarrow === other.isNarrow && one.isNoisy === other.isNoisy;
}

/** A telephone (G.711, 8 kHz samples) has nothing above 4 kHz; a filter needs some room. */
const cutoffHz = 4_500;
const taps = 63;
/** Of all power, by decibels: what is above the phone band of speech that has passed one is below −57, of other speech above −55. */
const narrowShare = 10 ** (-56 / 10);
/** Speech this loud, in all, can be judged by. */
const enoughSquares = 300 ** 2 * 4_000;

/**
 * Whether a caller's sound has been through a telephone's narrow band, by its spectrum: so a headset of that kind is
 * found as well, and a wideband phone (G.722) is none. Gathers over a call: one "s" settles it.
 */
export class NarrowBand {
  readonly #filter: Float64Array;
  #all = 0;
  #above = 0;

  constructor(sampleRateHz: number) {
    this.#filter = highPass(sampleRateHz);
  }

  /** Undefined before enough has been heard. */
  get isNarrow(): boolean | undefined {
    return this.#all < enoughSquares ? undefined : this.#above < this.#all * narrowShare;
  }

  /** Takes note of an utterance, or a part of one. */
  listen(samples: Int16Array): void {
    for (let at = taps; at < samples.length; at += 1) {
      let high = 0;
      for (let tap = 0; tap < taps; tap++) high += (this.#filter[tap] ?? 0) * (samples[at - tap] ?? 0);
      this.#above += high * high;
      this.#all += (samples[at] ?? 0) ** 2;
    }
  }
}

/**
 * Folds a phone's band, in 16 kHz samples: every other one is dropped and a zero put in its place. The mirror image of
 * the spectrum fills the band which the recogniser's acoustic model listens to, and in which it otherwise finds nothing;
 * tried, it understands twice as much.
 * @param from how many samples came before these
 */
export function folded(samples: Int16Array, from: number): Int16Array {
  return samples.map((sample, at) => ((from + at) % 2 === 0 ? Math.max(-32_768, Math.min(32_767, sample * 2)) : 0));
}

/** A windowed sinc (Blackman). */
function highPass(sampleRateHz: number): Float64Array {
  const cutoff = cutoffHz / sampleRateHz;
  const middle = (taps - 1) / 2;
  return Float64Array.from({ length: taps }, (_, tap) => {
    const turn = (2 * Math.PI * tap) / (taps - 1);
    const window = 0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
    const offset = tap - middle;
    const lowPass = offset === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * offset) / (Math.PI * offset);
    return ((offset === 0 ? 1 : 0) - lowPass) * window;
  });
}

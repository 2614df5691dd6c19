import type { LineKind } from './call-line.ts';
import { folded } from './narrow-band.ts';
import { NoiseSuppressor } from './noise-suppressor.ts';

/** An utterance as the recogniser understands it best: without the line's noise, and a telephone's folded. */
export class PreparedSound {
  readonly #isFolded: boolean;
  #suppressor: NoiseSuppressor | undefined;
  #length = 0;

  constructor({ isNarrow, isNoisy }: LineKind, sampleRateHz: number) {
    this.#isFolded = isNarrow;
    this.#suppressor = isNoisy ? new NoiseSuppressor(sampleRateHz) : undefined;
  }

  push(samples: Int16Array): Int16Array[] {
    const parts = this.#suppressor?.push(samples) ?? [samples];
    if (!this.#isFolded) return parts;
    return parts.map((part) => {
      const prepared = folded(part, this.#length);
      this.#length += part.length;
      return prepared;
    });
  }

  close(): void {
    this.#suppressor?.close();
    this.#suppressor = undefined;
  }
}

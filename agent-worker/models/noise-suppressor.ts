import { AudioFrame, AudioResampler } from '@livekit/rtc-node';
import { newDenoiser } from './rnnoise.ts';

/** What RNNoise works in. */
const rateHz = 48_000;
const frameSamples = 480;
/** Some of the noise stays: the recogniser takes dead silence between sounds for part of them. */
const keptNoise = 0.05;

/**
 * Takes fans, streets and line noise out of speech (RNNoise, a small neural network; `loadRnNoise` first). Not what
 * other people say. Its memory is its own: close it.
 */
export class NoiseSuppressor {
  readonly #denoiser = newDenoiser();
  readonly #sampleRateHz: number;
  readonly #up: AudioResampler;
  readonly #down: AudioResampler;
  #waiting: number[] = [];

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
    this.#up = new AudioResampler(sampleRateHz, rateHz, 1);
    this.#down = new AudioResampler(rateHz, sampleRateHz, 1);
  }

  /** @returns what is ready, some milliseconds behind */
  push(samples: Int16Array): Int16Array[] {
    if (samples.length === 0) return [];
    const frame = new AudioFrame(samples, this.#sampleRateHz, 1, samples.length);
    for (const { data } of this.#up.push(frame)) this.#waiting.push(...data);
    const ready: Int16Array[] = [];
    while (this.#waiting.length >= frameSamples) {
      const cleaned = this.#clean(this.#waiting.splice(0, frameSamples));
      for (const { data } of this.#down.push(new AudioFrame(cleaned, rateHz, 1, frameSamples))) ready.push(data);
    }
    return ready;
  }

  close(): void {
    this.#denoiser.destroy();
    this.#up.close();
    this.#down.close();
  }

  #clean(samples: readonly number[]): Int16Array {
    const frame = Float32Array.from(samples);
    this.#denoiser.processFrame(frame);
    return Int16Array.from(frame, (sample, index) =>
      Math.max(-32_768, Math.min(32_767, Math.round(sample + keptNoise * (samples[index] ?? 0)))),
    );
  }
}

import { readFileSync } from 'node:fs';
import { AudioFrame, AudioResampler } from '@livekit/rtc-node';

/** What RNNoise works in. */
const rateHz = 48_000;
const frameSamples = 480;
const bytesPerSample = 4;
/** Some of the noise stays: the recogniser takes dead silence between sounds for part of them. */
const keptNoise = 0.05;

/** RNNoise as emscripten builds it, without types: C functions over a heap of its own, which does not grow. */
interface RnNoise {
  readonly HEAPF32: Float32Array;
  _rnnoise_create: (model: 0) => number;
  _rnnoise_destroy: (state: number) => void;
  _rnnoise_process_frame: (state: number, output: number, input: number) => number;
  _malloc: (bytes: number) => number;
  _free: (pointer: number) => void;
}
type CreateRnNoise = (options: { wasmBinary: Uint8Array }) => Promise<RnNoise>;

const { default: createRnNoise } = (await import(import.meta.resolve('@jitsi/rnnoise-wasm/dist/rnnoise.js'))) as {
  default: CreateRnNoise;
};
const rnNoise = await createRnNoise({
  wasmBinary: readFileSync(new URL(import.meta.resolve('@jitsi/rnnoise-wasm/dist/rnnoise.wasm'))),
});

/**
 * Takes fans, streets and line noise out of speech (RNNoise, a small neural network, 3 % of a core). Not what other
 * people say. Its memory is its own: close it.
 */
export class NoiseSuppressor {
  readonly #state = rnNoise._rnnoise_create(0);
  readonly #frame = rnNoise._malloc(frameSamples * bytesPerSample);
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
    rnNoise._rnnoise_destroy(this.#state);
    rnNoise._free(this.#frame);
    this.#up.close();
    this.#down.close();
  }

  #clean(samples: readonly number[]): Int16Array {
    const at = this.#frame / bytesPerSample;
    rnNoise.HEAPF32.set(samples, at);
    rnNoise._rnnoise_process_frame(this.#state, this.#frame, this.#frame);
    const speech = rnNoise.HEAPF32.subarray(at, at + frameSamples);
    return Int16Array.from(speech, (sample, index) =>
      Math.max(-32_768, Math.min(32_767, Math.round(sample + keptNoise * (samples[index] ?? 0)))),
    );
  }
}

import { AudioFrame, AudioSource } from '@livekit/rtc-node';

const framesPerSecond = 50;
/** Little is sent ahead, so that what is said next is heard at once. */
const queueMs = 100;

/** A microphone that stays open: it sends what it is given to say, and silence between. */
export class OpenMicrophone {
  readonly source: AudioSource;
  readonly #sampleRateHz: number;
  readonly #frameSamples: number;
  #saying: { samples: Int16Array; at: number; said: (endsAt: number) => void } | undefined;

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
    this.#frameSamples = sampleRateHz / framesPerSecond;
    this.source = new AudioSource(sampleRateHz, 1, queueMs);
  }

  /** Sends until the source is closed, which the room does when it is left. */
  async open(): Promise<void> {
    for (;;) {
      const frame = new AudioFrame(this.#nextFrame(), this.#sampleRateHz, 1, this.#frameSamples);
      await this.source.captureFrame(frame);
    }
  }

  /** @returns when the last sample leaves, on `performance.now()`'s clock */
  say(samples: Int16Array): Promise<number> {
    return new Promise((said) => (this.#saying = { samples, at: 0, said }));
  }

  #nextFrame(): Int16Array {
    const frame = new Int16Array(this.#frameSamples);
    const saying = this.#saying;
    if (!saying) return frame;
    frame.set(saying.samples.subarray(saying.at, saying.at + frame.length));
    saying.at += frame.length;
    if (saying.at >= saying.samples.length) {
      this.#saying = undefined;
      saying.said(performance.now() + this.source.queuedDuration);
    }
    return frame;
  }
}

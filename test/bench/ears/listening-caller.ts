import { setTimeout as delay } from 'node:timers/promises';
import { AudioFrame } from '@livekit/rtc-node';
import { phrasesFor } from '../../../agent-worker/clerk/phrases-for.ts';
import type { Listening } from '../../../agent-worker/models/ears.ts';
import { findPocketSphinx } from '../../../agent-worker/models/pocketsphinx.ts';
import { PocketSphinxEars } from '../../../agent-worker/models/pocketsphinx-ears.ts';
import type { Asked } from '../../../agent-worker/models/question-grammar.ts';
import { channelSampleRateHz } from './channels.ts';

export const orderNumberFormats = ['ORD-#####', '#W#######'];
/** Sound comes faster than it is said here, on a machine that may be busy. */
const longestDecodingMs = 60_000;

/** The built-in ears of one call, without the call: sound in, words out. */
export class ListeningCaller {
  readonly #ears: PocketSphinxEars;
  #asked: Asked = 'matter';

  constructor({ isPhone = false }: { isPhone?: boolean } = {}) {
    const installed = findPocketSphinx();
    if (!installed) throw new Error('PocketSphinx is missing: apt-get install pocketsphinx pocketsphinx-en-us');
    const question = () => ({ asked: this.#asked, phrases: phrasesFor(this.#asked), orderNumberFormats });
    this.#ears = new PocketSphinxEars({ ...installed, question, isPhone, isKeptWarm: true, longestDecodingMs });
  }

  listen(asked: Asked): Listening {
    this.#asked = asked;
    return this.#ears.listen();
  }

  /** @returns the words that were heard in 16 kHz samples, said all at once */
  async hear(samples: Int16Array, asked: Asked): Promise<string> {
    const listening = this.listen(asked);
    try {
      for (const frame of framesOf(samples)) listening.hear(frame);
      return await listening.transcribe(AbortSignal.timeout(longestDecodingMs));
    } finally {
      listening.close();
    }
  }

  /** The same as fast as it is said. @returns how long the words took after its last sample, in milliseconds */
  async msAfterSpeech(samples: Int16Array, asked: Asked): Promise<number> {
    const listening = this.listen(asked);
    const beganAt = performance.now();
    let at = 0;
    for (const frame of framesOf(samples)) {
      await delay(Math.max(0, beganAt + at - performance.now()));
      listening.hear(frame);
      at += 20;
    }
    const endedAt = performance.now();
    await listening.transcribe(AbortSignal.timeout(longestDecodingMs));
    listening.close();
    return performance.now() - endedAt;
  }

  hangUp(): void {
    this.#ears.close();
  }
}

export function framesOf(samples: Int16Array, sampleRateHz = channelSampleRateHz): AudioFrame[] {
  const frames: AudioFrame[] = [];
  const length = sampleRateHz / 50;
  for (let from = 0; from < samples.length; from += length) {
    const part = samples.slice(from, from + length);
    frames.push(new AudioFrame(part, sampleRateHz, 1, part.length));
  }
  return frames;
}

import type { stt } from '@livekit/agents';
import type { AudioFrame } from '@livekit/rtc-node';
import type { Ears, Listening } from './ears.ts';

/** Ears that take an utterance as a whole: all of it is given to them at each pause. */
export class WholeUtterances implements Ears {
  readonly label: string;
  readonly #stt: stt.STT;
  readonly #getReady: () => void;

  /** @param getReady told when a transcription is likely to be asked for soon */
  constructor(recogniser: stt.STT, getReady: () => void = () => undefined) {
    this.label = recogniser.label;
    this.#stt = recogniser;
    this.#getReady = getReady;
  }

  listen(): Listening {
    const frames: AudioFrame[] = [];
    this.#getReady();
    return {
      hear: (frame) => frames.push(frame),
      transcribe: async (signal) => {
        try {
          const { alternatives } = await this.#stt.recognize([...frames], signal);
          return alternatives?.[0].text ?? '';
        } finally {
          if (signal.aborted) this.#getReady();
        }
      },
      close: () => (frames.length = 0),
    };
  }
}

import { log } from '@livekit/agents';
import type { AudioFrame } from '@livekit/rtc-node';
import type { Ears, Listening } from './ears.ts';
import { restAfter } from './rest-after.ts';
import { Resting } from './resting.ts';

const restMs = 30_000;
/** For ears that have others behind them; the last ones take the time that they need. */
const longestTranscriptionMs = 2_000;

interface FallbackOptions {
  /** No ears could understand anything: the caller is told rather than left waiting. */
  onDeaf: () => void;
  longestMs?: number;
  now?: () => number;
}

/** Several ears as one, an utterance at a time: the next ones hear what the first could not. */
export class EarsFallback implements Ears {
  readonly label = 'fallback';
  readonly #ears: readonly Ears[];
  readonly #options: FallbackOptions;
  readonly #resting: Resting<Ears>;

  constructor(ears: readonly Ears[], options: FallbackOptions) {
    this.#ears = ears;
    this.#options = options;
    this.#resting = new Resting(restMs, options.now);
  }

  listen(onWords: (text: string) => void): Listening {
    const frames: AudioFrame[] = [];
    const opened = new Map<Ears, Listening>();
    const listeningOf = (ears: Ears): Listening => {
      const known = opened.get(ears);
      if (known) return known;
      const listening = ears.listen(onWords);
      for (const frame of frames) listening.hear(frame);
      opened.set(ears, listening);
      return listening;
    };
    const [first] = this.#resting.awake(this.#ears);
    if (first) listeningOf(first);
    return {
      hear: (frame) => {
        frames.push(frame);
        for (const listening of opened.values()) listening.hear(frame);
      },
      transcribe: (signal) => this.#transcribe(listeningOf, signal),
      close: () => {
        for (const listening of opened.values()) listening.close();
      },
    };
  }

  async #transcribe(listeningOf: (ears: Ears) => Listening, signal: AbortSignal): Promise<string> {
    const longestMs = this.#options.longestMs ?? longestTranscriptionMs;
    const awake = this.#resting.awake(this.#ears);
    const over = new AbortController();
    const begun = new Map<Ears, Promise<string>>();
    const begin = (ears: Ears): Promise<string> => {
      const limit = ears === this.#ears.at(-1) ? [] : [AbortSignal.timeout(longestMs)];
      const words = begun.get(ears) ?? listeningOf(ears).transcribe(AbortSignal.any([signal, over.signal, ...limit]));
      words.catch(() => undefined);
      begun.set(ears, words);
      return words;
    };
    try {
      for (const [index, ears] of awake.entries()) {
        const next = awake[index + 1];
        // Ears that are slow may yet answer; if they do not, what the next ones heard is there at once.
        const hedge = next && setTimeout(() => void begin(next), longestMs / 2);
        try {
          return await begin(ears);
        } catch (error) {
          signal.throwIfAborted();
          log().warn({ error, ears: ears.label }, 'A transcription failed');
          this.#resting.rest(ears, restAfter(error));
        } finally {
          clearTimeout(hedge);
        }
      }
    } finally {
      over.abort();
    }
    this.#options.onDeaf();
    return '';
  }
}

import { type AudioBuffer, log, normalizeLanguage, stt } from '@livekit/agents';
import { Resting } from './resting.ts';

const restMs = 30_000;
/** For ears that have others behind them; the last ones take the time that they need. */
const longestTranscriptionMs = 4_000;

/**
 * Several ears as one, an utterance at a time: the next ones hear what the first could not. When none could, the caller
 * is told rather than left waiting. The framework only logs a failed transcription.
 */
export class EarsFallback extends stt.STT {
  readonly label = 'orderline.EarsFallback';
  readonly #ears: readonly stt.STT[];
  readonly #onDeaf: () => void;
  readonly #resting = new Resting<stt.STT>(restMs);

  constructor(ears: readonly stt.STT[], onDeaf: () => void) {
    super({ streaming: false, interimResults: false });
    this.#ears = ears;
    this.#onDeaf = onDeaf;
  }

  protected async _recognize(buffer: AudioBuffer, abortSignal?: AbortSignal): Promise<stt.SpeechEvent> {
    for (const ears of this.#resting.awake(this.#ears)) {
      try {
        const limit = ears === this.#ears.at(-1) ? [] : [AbortSignal.timeout(longestTranscriptionMs)];
        return await ears.recognize(buffer, AbortSignal.any([...(abortSignal ? [abortSignal] : []), ...limit]));
      } catch (error) {
        abortSignal?.throwIfAborted();
        log().warn({ error, ears: ears.label }, 'A transcription failed');
        this.#resting.rest(ears);
      }
    }
    this.#onDeaf();
    const nothing = { text: '', language: normalizeLanguage('en-US'), startTime: 0, endTime: 0, confidence: 0 };
    return { type: stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives: [nothing] };
  }

  stream(): stt.SpeechStream {
    throw new Error('The framework splits the stream into utterances');
  }
}

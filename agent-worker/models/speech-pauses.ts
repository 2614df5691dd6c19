/** Of the VAD's probability: above the first somebody speaks, below the second they pause. */
const speaksAt = 0.5;
const pausesAt = 0.35;
/** Shorter is a click. */
const shortestSpeechMs = 50;
/** Of the speaker's own loudness (-20 dB): quieter than that it is between words, or after the last. */
const quietShare = 0.1;
/** How the loudness is forgotten, by the millisecond: halved in 0.7 s. */
const levelDecay = 0.999;
/** Heard for so long while it is quiet, the speech is soft, and no pause. */
const softSpeechMs = 160;

export type SpeechEdge = 'begins' | 'pauses' | 'goes on' | 'ends';

interface Patience {
  /** Silence that may be the end: transcribing begins, in case it is. */
  pauseMs: number;
  /** Silence that is the end of an utterance, as of now. */
  endMs: () => number;
}

/**
 * Finds the beginnings, pauses and ends of speech. What is speech is for the VAD to say; but it says so 100 ms after
 * the end, and the loudness of the line tells at once that there may be one.
 */
export class SpeechPauses {
  readonly #patience: Patience;
  #state: 'silence' | 'speech' | 'pause' = 'silence';
  #level = 0;
  #quietMs = 0;
  #loudMs = 0;
  #speechMs = 0;
  #silenceMs = 0;
  /** Soft speech was taken for a pause: until it is loud again, only the VAD tells. */
  #isSoft = false;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** @param level root mean square of the next piece of sound */
  pushLevel(level: number, ms: number): SpeechEdge | undefined {
    if (this.#state === 'silence') return undefined;
    this.#level = Math.max(level, this.#level * levelDecay ** ms);
    const isQuiet = level < this.#level * quietShare;
    this.#quietMs = isQuiet ? this.#quietMs + ms : 0;
    this.#loudMs = isQuiet ? 0 : this.#loudMs + ms;
    if (!isQuiet) this.#isSoft = false;
    if (this.#state === 'speech' && !this.#isSoft && this.#quietMs >= this.#patience.pauseMs) return this.#pause();
    return undefined;
  }

  /** @param probability the VAD's, that the next window is speech */
  pushProbability(probability: number, windowMs: number): SpeechEdge | undefined {
    const isSpeech = probability >= (this.#state === 'speech' ? pausesAt : speaksAt);
    this.#speechMs = isSpeech ? this.#speechMs + windowMs : 0;
    this.#silenceMs = isSpeech ? 0 : this.#silenceMs + windowMs;
    switch (this.#state) {
      case 'silence':
        return this.#speechMs >= shortestSpeechMs ? this.#speak('begins') : undefined;
      case 'speech':
        return this.#silenceMs >= this.#patience.pauseMs ? this.#pause() : undefined;
      case 'pause':
        if (this.#isSpeechAgain) return this.#speak('goes on');
        return this.#silenceMs >= this.#patience.endMs() ? this.#end() : undefined;
    }
  }

  get #isSpeechAgain(): boolean {
    if (this.#speechMs >= shortestSpeechMs && this.#loudMs >= shortestSpeechMs) return true;
    this.#isSoft = this.#speechMs >= softSpeechMs && this.#quietMs >= softSpeechMs;
    return this.#isSoft;
  }

  #speak(edge: 'begins' | 'goes on'): SpeechEdge {
    this.#state = 'speech';
    if (edge === 'begins') this.#level = this.#quietMs = this.#loudMs = 0;
    return edge;
  }

  #pause(): SpeechEdge {
    this.#state = 'pause';
    this.#speechMs = 0;
    return 'pauses';
  }

  #end(): SpeechEdge {
    this.#state = 'silence';
    this.#isSoft = false;
    return 'ends';
  }
}

import { type AudioFrame, AudioResampler } from '@livekit/rtc-node';
import type { ModelEndpoint } from '../config.ts';
import type { Ears, Listening } from './ears.ts';
import { realtimeSampleRateHz, RealtimeSocket } from './realtime-socket.ts';

/** Sent in pieces of 100 ms; less than that cannot be committed either. */
const pieceSamples = realtimeSampleRateHz / 10;

/** Transcription by OpenAI's realtime API: the sound is there when the pause comes, and words arrive one by one. */
export class RealtimeEars implements Ears {
  readonly label: string;
  readonly #endpoint: ModelEndpoint;
  readonly #language: string;
  #socket: RealtimeSocket;

  /** Connects at once: the first utterance does not wait for it. */
  constructor(endpoint: ModelEndpoint, language: string) {
    this.label = `openai ${endpoint.model}, realtime`;
    this.#endpoint = endpoint;
    this.#language = language;
    this.#socket = new RealtimeSocket(endpoint, language);
  }

  listen(onWords: (text: string) => void): Listening {
    if (this.#socket.isOver) this.#socket = new RealtimeSocket(this.#endpoint, this.#language);
    return new RealtimeListening(this.#socket, onWords);
  }

  close(): void {
    this.#socket.close();
  }
}

class RealtimeListening implements Listening {
  readonly #socket: RealtimeSocket;
  readonly #onWords: (text: string) => void;
  /** One for each pause after which it went on, and the last. */
  readonly #parts: Promise<string>[] = [];
  readonly #words: string[] = [];
  #resampler: AudioResampler | undefined;
  #samples = new Int16Array(0);
  /** Since the last commit, sent or not. */
  #newSamples = 0;

  constructor(socket: RealtimeSocket, onWords: (text: string) => void) {
    this.#socket = socket;
    this.#onWords = onWords;
    socket.clear();
  }

  hear(frame: AudioFrame): void {
    for (const samples of this.#atItsRate(frame)) this.#add(samples);
    if (this.#samples.length >= pieceSamples) this.#send();
  }

  async transcribe(signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    if (this.#newSamples > 0) this.#commit();
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('The speech goes on')), { once: true }),
    );
    const parts = await Promise.race([Promise.all(this.#parts), aborted]);
    return parts.filter((part) => part !== '').join(' ');
  }

  close(): void {
    this.#resampler?.close();
  }

  #commit(): void {
    if (this.#newSamples < pieceSamples) this.#add(new Int16Array(pieceSamples));
    this.#send();
    this.#newSamples = 0;
    const index = this.#parts.length;
    const part = this.#socket.commit((words) => {
      this.#words[index] = words;
      this.#onWords(this.#words.join(' '));
    });
    // Whoever waits for it hears of its failure; nobody may, when the speech went on.
    part.catch(() => undefined);
    this.#parts.push(part);
  }

  #add(samples: Int16Array): void {
    this.#samples = joined(this.#samples, samples);
    this.#newSamples += samples.length;
  }

  #send(): void {
    if (this.#samples.length === 0) return;
    this.#socket.append(this.#samples);
    this.#samples = new Int16Array(0);
  }

  #atItsRate(frame: AudioFrame): Int16Array[] {
    if (frame.sampleRate === realtimeSampleRateHz) return [frame.data];
    this.#resampler ??= new AudioResampler(frame.sampleRate, realtimeSampleRateHz, 1);
    return this.#resampler.push(frame).map(({ data }) => data);
  }
}

function joined(one: Int16Array, other: Int16Array): Int16Array<ArrayBuffer> {
  const both = new Int16Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

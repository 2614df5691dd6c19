import { AudioByteStream, log, shortuuid, tts } from '@livekit/agents';
import { AudioFrame, AudioResampler } from '@livekit/rtc-node';
import { ClauseSplitter } from './clause-splitter.ts';
import { restAfter } from './rest-after.ts';
import { restOfClause } from './rest-of-clause.ts';
import { Resting } from './resting.ts';
import type { Voice } from './voice.ts';
import { withinTime } from './within-time.ts';

const restMs = 30_000;
/** A voice that is slower than this is passed over: no dead air over 4 s, the model's time included. */
const limits = { firstMs: 1_500, nextMs: 1_500 };
/** Shorter clauses tell little of a voice's pace. */
const tellingClause = 20;
const framesPerSecond = 50;
/** Clauses of set phrases that are kept: half a megabyte a call for each ten seconds of them. */
const mostPrepared = 40;

/**
 * Speaks clause by clause, so that the first words are heard while the rest is still being made, and with the next
 * voice when one fails. Clauses prepared beforehand (the greeting, the set phrases) are spoken at once.
 */
export class SpokenClauses extends tts.TTS {
  readonly label = 'orderline.SpokenClauses';
  readonly #voices: readonly Voice[];
  readonly #prepared = new Map<string, Promise<Int16Array[]>>();
  readonly #pace: () => number;
  readonly #resting = new Resting<Voice>(restMs);
  /** How fast each voice speaks, in characters a second. */
  readonly #paces = new Map<Voice, number>();

  /** @param pace how fast to speak the next clause, as of now */
  constructor(voices: readonly [Voice, ...Voice[]], pace: () => number = () => 1) {
    super(voices[0].sampleRateHz, 1, { streaming: true });
    this.#voices = voices;
    this.#pace = pace;
  }

  /** Makes the audio of a text that will be said, as speech, word for word. */
  async prepare(text: string): Promise<void> {
    const splitter = new ClauseSplitter();
    for (const clause of [...splitter.push(text), ...splitter.end()]) {
      const key = this.#keyOf(clause);
      if (this.#prepared.has(key)) continue;
      const samples = allOf(this.#speakNow(clause, new AbortController().signal));
      // Who says it while it is being made waits for it, rather than having it made twice.
      this.#prepared.set(key, samples);
      const [oldest] = this.#prepared.keys();
      if (this.#prepared.size > mostPrepared && oldest !== undefined) this.#prepared.delete(oldest);
      await samples.catch((error: unknown) => {
        this.#prepared.delete(key);
        throw error;
      });
    }
  }

  synthesize(): tts.ChunkedStream {
    throw new Error('Only streams are spoken');
  }

  stream(): tts.SynthesizeStream {
    return new SpokenClausesStream(this, (clause, signal) => this.#samplesOf(clause, signal));
  }

  async *#samplesOf(clause: string, signal: AbortSignal): AsyncGenerator<Int16Array> {
    const prepared = await this.#prepared.get(this.#keyOf(clause));
    yield* prepared ?? this.#speakNow(clause, signal);
  }

  /** What was prepared at another pace is not what is wanted now. */
  #keyOf(clause: string): string {
    return `${this.#pace()} ${clause}`;
  }

  async *#speakNow(clause: string, signal: AbortSignal): AsyncGenerator<Int16Array> {
    let left = clause;
    for (const voice of this.#resting.awake(this.#voices)) {
      let spokenSeconds = 0;
      try {
        for await (const samples of withinTime(this.#atOwnRate(voice, left, signal), limits)) {
          signal.throwIfAborted();
          spokenSeconds += samples.length / this.sampleRate;
          yield samples;
        }
        if (spokenSeconds === 0) throw new Error('The voice said nothing');
        if (left.length >= tellingClause) this.#paces.set(voice, left.length / spokenSeconds);
        return;
      } catch (error) {
        signal.throwIfAborted();
        log().warn({ error, voice: voice.label }, 'A voice failed');
        this.#resting.rest(voice, restAfter(error));
        if (spokenSeconds > 0) left = restOfClause(left, spokenSeconds, this.#paces.get(voice));
        if (left === '') return;
      }
    }
    throw new Error('No voice could speak');
  }

  async *#atOwnRate(voice: Voice, clause: string, signal: AbortSignal): AsyncGenerator<Int16Array> {
    if (voice.sampleRateHz === this.sampleRate) {
      yield* voice.speak(clause, signal, this.#pace());
      return;
    }
    const resampler = new AudioResampler(voice.sampleRateHz, this.sampleRate, 1);
    try {
      for await (const samples of voice.speak(clause, signal, this.#pace())) {
        const frame = new AudioFrame(samples, voice.sampleRateHz, 1, samples.length);
        for (const { data } of resampler.push(frame)) yield data;
      }
      for (const { data } of resampler.flush()) yield data;
    } finally {
      resampler.close();
    }
  }
}

type SpeakClause = (clause: string, signal: AbortSignal) => AsyncIterable<Int16Array>;

class SpokenClausesStream extends tts.SynthesizeStream {
  readonly label = 'orderline.SpokenClausesStream';
  readonly #sampleRate: number;
  readonly #speakClause: SpeakClause;
  readonly #id = shortuuid('speech_');

  constructor(owner: SpokenClauses, speakClause: SpeakClause) {
    super(owner, { maxRetry: 0, retryIntervalMs: 0, timeoutMs: limits.firstMs });
    this.#sampleRate = owner.sampleRate;
    this.#speakClause = speakClause;
  }

  protected async run(): Promise<void> {
    const splitter = new ClauseSplitter();
    for await (const input of this.input) {
      if (typeof input === 'string') await this.#speakAll(splitter.push(input));
    }
    await this.#speakAll(splitter.end());
    this.queue.put(tts.SynthesizeStream.END_OF_STREAM);
  }

  async #speakAll(clauses: string[]): Promise<void> {
    for (const clause of clauses) {
      this.markStarted();
      const frames = new AudioByteStream(this.#sampleRate, 1, this.#sampleRate / framesPerSecond);
      try {
        for await (const samples of this.#speakClause(clause, this.abortSignal))
          this.#put(frames.write(bytesOf(samples)));
      } catch (error) {
        if (this.abortSignal.aborted) return;
        throw error;
      }
      this.#put(frames.flush());
    }
  }

  #put(frames: AudioFrame[]): void {
    for (const frame of frames) this.queue.put({ requestId: this.#id, segmentId: this.#id, frame, final: false });
  }
}

async function allOf<Value>(source: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of source) values.push(value);
  return values;
}

function bytesOf(samples: Int16Array): ArrayBuffer {
  return samples.slice().buffer;
}

import { Worker } from 'node:worker_threads';
import { fliteSampleRateHz } from './flite.ts';
import type { Voice } from './voice.ts';

export interface FliteRequest {
  id: number;
  text: string;
  pace: number;
}
export type FliteReply = { id: number; samples: Int16Array<ArrayBuffer> } | { id: number; error: string };

/** Above the noise of the voice's own silence. */
const audible = 300;
/** A soft start, so that no consonant is cut: 20 ms. */
const leadInSamples = 320;

interface Waiting {
  resolve: (samples: Int16Array) => void;
  reject: (error: Error) => void;
}

/**
 * The built-in voice: flite, in a thread of its own, because it computes without a pause and would stop the call's audio
 * for 100 ms at a time. A dead thread is replaced with the next clause.
 */
export class FliteVoice implements Voice {
  readonly label = 'flite';
  readonly sampleRateHz = fliteSampleRateHz;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #lastId = 0;

  async *speak(text: string, signal: AbortSignal, pace = 1): AsyncGenerator<Int16Array> {
    signal.throwIfAborted();
    const samples = await this.#ask(text, pace);
    // The thread cannot be stopped within a clause; what it made too late is not heard.
    signal.throwIfAborted();
    yield withoutLeadIn(samples);
  }

  /** Compiles the voice, so that the first clause of a call does not wait for it. */
  async warmUp(): Promise<void> {
    await this.#ask('Hello.', 1);
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #ask(text: string, pace: number): Promise<Int16Array> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread ??= this.#startThread();
      this.#thread.postMessage({ id, text, pace } satisfies FliteRequest);
    });
  }

  #startThread(): Worker {
    const thread = new Worker(new URL('./flite-thread.ts', import.meta.url));
    thread.unref();
    thread.on('message', (reply: FliteReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('error' in reply) waiting?.reject(new Error(reply.error));
      else waiting?.resolve(reply.samples);
    });
    thread.on('error', (error) => this.#lose(error instanceof Error ? error : new Error(String(error))));
    thread.on('exit', () => this.#lose(new Error('The voice thread ended')));
    return thread;
  }

  #lose(error: Error): void {
    this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** flite begins every clause with up to 0.2 s of silence, which a caller hears as hesitation. */
function withoutLeadIn(samples: Int16Array): Int16Array {
  const start = samples.findIndex((sample) => Math.abs(sample) > audible);
  return samples.subarray(Math.max(0, start - leadInSamples));
}

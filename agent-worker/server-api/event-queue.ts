import type { CallEvent } from '@orderline/contract/call.ts';
import { isServerError } from './server-error.ts';
import type { Answer } from './server-request.ts';

const largestBatch = 100;
const firstPauseMs = 200;
const longestPauseMs = 5_000;

interface EventQueueOptions {
  send: (events: CallEvent[]) => Promise<Answer<unknown>>;
  /** A batch that the server will never take; its events are dropped, so that the later ones still arrive. */
  onRefused: (code: string) => void;
  pause?: (ms: number) => Promise<void>;
}

/**
 * What happened in a call, on its way to the server: at once, in order, and again until it is stored. The speaking
 * never waits for it. Events carry ids, so that a batch whose answer was lost may be sent again.
 */
export class EventQueue {
  readonly #waiting: CallEvent[] = [];
  readonly #options: Required<EventQueueOptions>;
  #isStopped = false;
  #sending: Promise<void> | undefined;

  constructor(options: EventQueueOptions) {
    this.#options = { pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)), ...options };
  }

  add(event: CallEvent): void {
    if (this.#isStopped) return;
    this.#waiting.push(event);
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
  }

  /** Resolves when everything added so far is stored, or given up. */
  async stored(): Promise<void> {
    await this.#sending;
  }

  /** Another job has the call now, or it is over: nothing more is sent. */
  stop(): void {
    this.#isStopped = true;
    this.#waiting.length = 0;
  }

  async #sendAll(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, largestBatch);
      try {
        const answer = await this.#options.send(batch);
        if (answer.outcome === 'refused') this.#options.onRefused(answer.problem.code);
        this.#waiting.splice(0, batch.length);
        pauseMs = firstPauseMs;
      } catch (error) {
        if (isServerError(error) && error.reason === 'superseded') this.stop();
        else await this.#options.pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }
}

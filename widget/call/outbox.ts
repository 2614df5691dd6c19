import type { Clock } from './clock.ts';
import type { MediaRoom } from './media-room.ts';

/** A message that has not left by then is shown as failed, for the visitor to send again. */
export const sendWithinMs = 10_000;

interface Letter {
  id: string;
  text: string;
}

/** Typed messages on their way to the agent: kept, in order, until it is there to receive them. */
export class Outbox {
  readonly #clock: Clock;
  readonly #onSettled: (id: string, outcome: 'sent' | 'failed') => void;
  #waiting: Letter[] = [];
  #room: MediaRoom | undefined;

  constructor(clock: Clock, onSettled: (id: string, outcome: 'sent' | 'failed') => void) {
    this.#clock = clock;
    this.#onSettled = onSettled;
  }

  /** The texts that nobody has received. */
  get waiting(): readonly string[] {
    return this.#waiting.map(({ text }) => text);
  }

  put(letter: Letter): void {
    this.#waiting.push(letter);
    this.#flush();
  }

  /** The agent listens in this room; without one, messages wait. */
  open(room: MediaRoom | undefined): void {
    this.#room = room;
    this.#flush();
  }

  /** Nobody will come for what is still here. */
  close(): void {
    this.#room = undefined;
    for (const { id } of this.#waiting.splice(0)) this.#onSettled(id, 'failed');
  }

  #flush(): void {
    const room = this.#room;
    if (room === undefined) return;
    for (const letter of this.#waiting.splice(0)) void this.#send(letter, room);
  }

  async #send({ id, text }: Letter, room: MediaRoom): Promise<void> {
    const late = Promise.withResolvers<never>();
    const cancel = this.#clock.after(sendWithinMs, () => late.reject(new Error('Not sent in time')));
    try {
      await Promise.race([room.sendText(text), late.promise]);
      this.#onSettled(id, 'sent');
    } catch {
      this.#onSettled(id, 'failed');
    } finally {
      cancel();
    }
  }
}

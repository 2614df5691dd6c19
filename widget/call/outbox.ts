import type { Clock } from './clock.ts';
import type { MediaRoom, TypedText } from './media-room.ts';

/** What the agent has not confirmed by then is sent again: a data channel that breaks does not tell what it has lost. */
export const confirmedWithinMs = 3_000;
/** After so many times a message is shown as failed, for the visitor to send again. */
export const mostTries = 4;

interface Letter {
  readonly typed: TypedText;
  tries: number;
  /** While it is on its way. */
  cancel: (() => void) | undefined;
}

/** Typed messages on their way to the agent: kept, in order, until it has confirmed them. */
export class Outbox {
  readonly #clock: Clock;
  readonly #onSettled: (id: string, outcome: 'sent' | 'failed') => void;
  readonly #letters = new Map<string, Letter>();
  #room: MediaRoom | undefined;

  constructor(clock: Clock, onSettled: (id: string, outcome: 'sent' | 'failed') => void) {
    this.#clock = clock;
    this.#onSettled = onSettled;
  }

  /** The texts that nobody is known to have received. */
  get waiting(): readonly string[] {
    return [...this.#letters.values()].map(({ typed }) => typed.text);
  }

  put(typed: TypedText): void {
    const letter = { typed, tries: 0, cancel: undefined };
    this.#letters.set(typed.id, letter);
    if (this.#room !== undefined) this.#send(letter, this.#room);
  }

  /** The agent listens in this room; without one, messages wait. */
  open(room: MediaRoom | undefined): void {
    if (room === this.#room) return;
    this.#room = room;
    for (const letter of this.#letters.values()) {
      letter.cancel?.();
      letter.cancel = undefined;
      letter.tries = 0;
      if (room !== undefined) this.#send(letter, room);
    }
  }

  /** The agent has it. */
  confirm(id: string): void {
    this.#settle(id, 'sent');
  }

  /** Nobody will come for what is still here. */
  close(): void {
    this.#room = undefined;
    for (const id of [...this.#letters.keys()]) this.#settle(id, 'failed');
  }

  #send(letter: Letter, room: MediaRoom): void {
    letter.tries += 1;
    letter.cancel = this.#clock.after(confirmedWithinMs, () => {
      if (letter.tries < mostTries) this.#send(letter, room);
      else this.#settle(letter.typed.id, 'failed');
    });
    // Whether it arrived, only the agent can tell.
    room.sendText(letter.typed).catch(() => undefined);
  }

  #settle(id: string, outcome: 'sent' | 'failed'): void {
    const letter = this.#letters.get(id);
    if (letter === undefined) return;
    letter.cancel?.();
    this.#letters.delete(id);
    this.#onSettled(id, outcome);
  }
}

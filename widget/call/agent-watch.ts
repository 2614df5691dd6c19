import type { Clock } from './clock.ts';
import type { AgentPresence } from './media-room.ts';

/**
 * How long a visitor in the room waits for an agent before being offered to leave a message: told within ten seconds of
 * the click, connecting included.
 */
export const agentPatienceMs = 8_500;
/** A call's own end takes the agent out a moment before the room closes: too short to speak of. */
export const agentGraceMs = 1_000;

export type AgentStatus =
  | { kind: 'awaited' }
  | { kind: 'ready'; agent: AgentPresence }
  /** It was here and is expected back. */
  | { kind: 'missing' }
  /** Nobody came in time. It still may. */
  | { kind: 'absent' };

/** Turns the coming and going of the agent's participant into what the visitor should be told. */
export class AgentWatch {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #status: AgentStatus = { kind: 'awaited' };
  #cancel: () => void = () => undefined;

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get status(): AgentStatus {
    return this.#status;
  }

  /** We are in the room: from now on the visitor waits. */
  begin(): void {
    if (this.#status.kind === 'ready') return;
    this.#countDown(agentPatienceMs);
  }

  /** The agent as it is in the room now. */
  see(agent: AgentPresence | null): void {
    if (agent !== null) {
      this.#cancel();
      this.#set({ kind: 'ready', agent });
    } else if (this.#status.kind === 'ready') {
      this.#cancel();
      this.#cancel = this.#clock.after(agentGraceMs, () => {
        this.#set({ kind: 'missing' });
        this.#countDown(agentPatienceMs - agentGraceMs);
      });
    }
  }

  /** We lost the room ourselves: nothing can be said of the agent until we are back. */
  pause(): void {
    this.#cancel();
    if (this.#status.kind === 'ready') this.#status = { kind: 'missing' };
  }

  #countDown(delayMs: number): void {
    this.#cancel();
    this.#cancel = this.#clock.after(delayMs, () => this.#set({ kind: 'absent' }));
  }

  #set(status: AgentStatus): void {
    this.#status = status;
    this.#onChange();
  }
}

/** What a silent caller hears, in this order. */
export type SilenceStep = 'asked' | 'asked again' | 'goodbye';
const steps: readonly SilenceStep[] = ['asked', 'asked again', 'goodbye'];

interface SilenceOptions {
  afterMs: number;
  onSilence: (step: SilenceStep) => void;
}

/**
 * Counts the time in which nobody says anything: the caller is asked, asked again, and told goodbye. The framework's own
 * timer runs during long tools and is put off by every noise on a phone line.
 */
export class Silence {
  readonly #options: SilenceOptions;
  readonly #busy = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #step = 0;

  constructor(options: SilenceOptions) {
    this.#options = options;
  }

  /** Says whether `who` keeps the line busy now: the agent or the caller speaking, a tool at work, nobody being there. */
  setBusy(who: 'agent' | 'caller' | 'tool' | 'nobody there', isBusy: boolean): void {
    if (isBusy) this.#busy.add(who);
    else this.#busy.delete(who);
    this.#restart();
  }

  /** The caller has said something: the questions begin anew. */
  heardTurn(): void {
    this.#step = 0;
    this.#restart();
  }

  stop(): void {
    this.#step = steps.length;
    clearTimeout(this.#timer);
  }

  #restart(): void {
    clearTimeout(this.#timer);
    const step = steps[this.#step];
    if (step === undefined || this.#busy.size > 0) return;
    this.#timer = setTimeout(() => {
      this.#step += 1;
      this.#options.onSilence(step);
    }, this.#options.afterMs);
  }
}

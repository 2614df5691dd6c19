import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Within this many pixels of the end, the reader follows the conversation. */
const followWithinPx = 48;

type Host = ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };

/** Keeps a scrolling log at its end while it grows, unless its reader has scrolled up to read. */
export class StickToEnd implements ReactiveController {
  readonly #host: Host;
  readonly #selector: string;
  #log: Element | null = null;
  #isFollowing = true;

  constructor(host: Host, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  hostUpdated(): void {
    const log = this.#host.renderRoot.querySelector(this.#selector);
    if (log !== this.#log) {
      this.#log?.removeEventListener('scroll', this.#onScroll);
      log?.addEventListener('scroll', this.#onScroll, { passive: true });
      this.#log = log;
      this.#isFollowing = true;
    }
    if (this.#isFollowing) this.toEnd();
  }

  toEnd(): void {
    this.#log?.scrollTo({ top: this.#log.scrollHeight });
  }

  readonly #onScroll = (): void => {
    const log = this.#log;
    if (!log) return;
    const isFollowing = log.scrollHeight - log.scrollTop - log.clientHeight <= followWithinPx;
    if (isFollowing === this.#isFollowing) return;
    this.#isFollowing = isFollowing;
    this.#host.requestUpdate();
  };
}

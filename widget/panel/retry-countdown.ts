import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Redraws the host each second until the server wants to hear from us again. */
export class RetryCountdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #untilMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whole seconds left; 0 when a try is welcome. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#untilMs - Date.now()) / 1000));
  }

  hostDisconnected(): void {
    this.#stop();
  }

  follow(untilMs: number | undefined): void {
    this.#untilMs = untilMs ?? 0;
    if (this.seconds === 0) {
      this.#stop();
      return;
    }
    this.#timer ??= setInterval(() => {
      if (this.seconds === 0) this.#stop();
      this.#host.requestUpdate();
    }, 1000);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

import type { SipClient } from 'livekit-server-sdk';
import type { AppContext } from '../app-context.ts';
import { withinLock } from '../database/within-lock.ts';
import { setUpPhone } from './phone-setup.ts';
import { sipClient } from './sip-client.ts';

const lookEveryMs = 10_000;
/** LiveKit may still be starting. */
const tryAgainMs = 1_000;
const slowestTryMs = 30_000;

/**
 * Keeps LiveKit taking the store's calls for as long as the server runs: what LiveKit has forgotten (its Redis was
 * emptied), or somebody has changed, is there again ten seconds later. Of several servers one sees to it at a time.
 */
export class KeepPhone {
  readonly #context: AppContext;
  readonly #sip: SipClient;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #failures = 0;

  constructor(context: AppContext) {
    this.#context = context;
    this.#sip = sipClient(context.config.livekit);
  }

  /** Does nothing where there is no phone. */
  start(): void {
    if (this.#context.config.phone !== undefined) this.#lookIn(0);
  }

  /** Resolves when what was being done is done. The phone stays as it is. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#looking;
  }

  #lookIn(delayMs: number): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#look();
    }, delayMs);
  }

  async #look(): Promise<void> {
    const { config, database, log } = this.#context;
    const { phone } = config;
    if (phone === undefined) return;
    const timer = this.#timer;
    let delayMs = lookEveryMs;
    try {
      const isChanged = await withinLock(database, 'phone', () => setUpPhone(this.#sip, phone));
      if (isChanged === true) log.info({ numbers: phone.numbers.length }, 'the phone is set up');
      this.#failures = 0;
    } catch (error) {
      delayMs = Math.min(tryAgainMs * 2 ** this.#failures, slowestTryMs);
      this.#failures += 1;
      log.warn({ err: error }, 'the phone is not set up: does LiveKit run with Redis, and livekit-sip beside it?');
    }
    if (this.#timer === timer) this.#lookIn(delayMs);
  }
}

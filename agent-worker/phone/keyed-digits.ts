/** Between two keys of one number. */
const pauseMs = 4_000;
/** What was keyed is complete already, and more would only be another number. */
const pauseWhenWholeMs = 1_500;
/** Longer than any order, phone or card number. */
const mostDigits = 24;

interface KeyedDigitsOptions {
  /** Whether these digits answer what was asked. */
  isWhole: (digits: string) => boolean;
  onDone: (digits: string) => void;
}

/**
 * Gathers the keys of a telephone into one number: `#` ends it, and so does a pause; `*` starts over. Further digits than
 * any number has are dropped.
 */
export class KeyedDigits {
  readonly #options: KeyedDigitsOptions;
  #digits = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(options: KeyedDigitsOptions) {
    this.#options = options;
  }

  /** @param key as the keypad shows it; a telephone has no others than `0`–`9`, `*`, `#` and, rarely, `A`–`D` */
  press(key: string): void {
    clearTimeout(this.#timer);
    if (key === '*') this.#digits = '';
    else if (/^\d$/.test(key)) this.#digits = (this.#digits + key).slice(0, mostDigits);
    if (key === '#') this.#done();
    else if (this.#digits !== '') this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const waitMs = this.#options.isWhole(this.#digits) ? pauseWhenWholeMs : pauseMs;
    this.#timer = setTimeout(() => this.#done(), waitMs);
  }

  #done(): void {
    const digits = this.#digits;
    this.#digits = '';
    if (digits !== '') this.#options.onDone(digits);
  }
}

/** Models and voices that failed lately: passed over for a while, then tried again. */
export class Resting<Key> {
  readonly #until = new Map<Key, number>();
  readonly #restMs: number;
  readonly #now: () => number;

  constructor(restMs: number, now: () => number = Date.now) {
    this.#restMs = restMs;
    this.#now = now;
  }

  /** @param restMs other than the usual */
  rest(key: Key, restMs = this.#restMs): void {
    this.#until.set(key, this.#now() + restMs);
  }

  /** The ones to try, in order. The last is never passed over: somebody has to speak. */
  awake(keys: readonly Key[]): Key[] {
    return keys.filter((key, index) => index === keys.length - 1 || (this.#until.get(key) ?? 0) <= this.#now());
  }
}

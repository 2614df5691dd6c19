/** Thrown by a job's handler that was told when to come back: it is tried again then, and not sooner. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError';
  readonly afterSeconds: number;

  constructor(message: string, afterSeconds: number) {
    super(message);
    this.afterSeconds = afterSeconds;
  }
}

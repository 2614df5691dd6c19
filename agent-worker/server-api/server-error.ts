export type ServerErrorReason =
  /** No connection, or it broke. */
  | 'unreachable'
  /** No answer in time. */
  | 'slow'
  /** 5xx, or 429: it said that it cannot right now. */
  | 'unavailable'
  /** The answer is not what the contract says. */
  | 'garbled'
  /** Another job has taken this call over. */
  | 'superseded';

/** A fault between the worker and the server; an expected "no" is a value instead (`Answer`). */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly reason: ServerErrorReason;

  constructor(reason: ServerErrorReason, what: string, cause?: unknown) {
    super(`The server is ${reason} for ${what}`, { cause });
    this.reason = reason;
  }
}

export function isServerError(error: unknown): error is ServerError {
  return error instanceof ServerError;
}

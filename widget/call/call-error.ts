/**
 * Why a call could not be made or go on, as its visitor needs to know it:
 * - `unreachable`: no answer from the server
 * - `busy`: too many calls from here (429)
 * - `unavailable`: the server cannot serve now (5xx)
 * - `not-allowed`: this page's origin may not open calls (403)
 * - `call-ended`: the call that was to be resumed is over (409, or its token expired)
 * - `media-blocked`: the server answers, but no audio connection can be made
 * - `connection-lost`: the call dropped and could not be taken up again
 * - `unexpected`: an answer that this widget does not understand
 */
export type CallErrorReason =
  | 'unreachable'
  | 'busy'
  | 'unavailable'
  | 'not-allowed'
  | 'call-ended'
  | 'media-blocked'
  | 'connection-lost'
  | 'unexpected';

export class CallError extends Error {
  override readonly name = 'CallError';
  readonly reason: CallErrorReason;
  /** How long the server asked to wait before the next try. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: CallErrorReason, options: { retryAfterMs?: number | undefined; cause?: unknown } = {}) {
    super(`The call failed: ${reason}`, { cause: options.cause });
    this.reason = reason;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** Anything thrown, as a CallError; what is not one yet gets `reason`. */
  static from(cause: unknown, reason: CallErrorReason): CallError {
    return cause instanceof CallError ? cause : new CallError(reason, { cause });
  }

  /** An HTTP answer that is not a success. `nowMs` dates a Retry-After given as a date (RFC 9110 §10.2.3). */
  static fromResponse(response: Response, nowMs: number): CallError {
    const retryAfterMs = retryAfter(response.headers.get('retry-after'), nowMs);
    return new CallError(reasonOf(response.status), { retryAfterMs });
  }
}

function reasonOf(status: number): CallErrorReason {
  if (status === 429) return 'busy';
  if (status === 403) return 'not-allowed';
  if (status === 401 || status === 409 || status === 410) return 'call-ended';
  return status >= 500 ? 'unavailable' : 'unexpected';
}

function retryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const delayMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return delayMs > 0 ? delayMs : undefined;
}

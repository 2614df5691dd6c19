import type { Problem, ProblemCode } from '@orderline/contract/problem.ts';
import type { Offer, RefusalReason } from '@orderline/contract/refusal.ts';

interface Kind {
  readonly status: number;
  readonly title: string;
}

/** The one table of what each code means on the wire. */
const kinds: Record<ProblemCode, Kind> = {
  malformed: { status: 400, title: 'The request does not have the form this endpoint takes' },
  unauthorized: { status: 401, title: 'A valid token is needed' },
  forbidden_origin: { status: 403, title: 'Pages of this origin may not use this server' },
  forbidden: { status: 403, title: 'This account may not do that' },
  csrf_token_needed: { status: 403, title: "The session's own token is needed to change something" },
  sign_in_failed: { status: 401, title: 'Name and password do not belong together' },
  password_refused: { status: 422, title: 'This password cannot be used' },
  verification_failed: { status: 404, title: 'No order matches what was given' },
  not_found: { status: 404, title: 'There is nothing here' },
  link_invalid: { status: 403, title: 'This link is not one that was sent' },
  link_expired: { status: 410, title: 'This link is no longer valid' },
  not_confirmed: { status: 409, title: 'The customer has not confirmed this' },
  proposal_closed: { status: 409, title: 'The proposal was answered, replaced or left to expire' },
  call_superseded: { status: 409, title: 'A newer job has taken this call' },
  call_ended: { status: 409, title: 'The call has ended' },
  order_moved: { status: 409, title: 'The order has changed in the meantime' },
  already_decided: { status: 409, title: 'A person has decided this already' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The body must be JSON' },
  unreadable_document: { status: 422, title: 'The document cannot be read' },
  refused: { status: 422, title: 'The store does not allow this' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key belongs to another request' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something failed on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
};

/** What a problem may carry beside its code. `cause` is for the log, never for the answer. */
export interface ProblemDetails {
  /** What failed and what to do next, for people; without personal data. */
  readonly detail?: string;
  /** What the agent tells the caller. */
  readonly say?: string;
  readonly attemptsLeft?: number;
  /** Which rule said no, what may be offered instead, and the return that is open already. */
  readonly reason?: RefusalReason;
  readonly offers?: readonly Offer[];
  readonly rma?: string;
  /** Becomes the header `Retry-After`. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** Thrown by guards and verbs where a request cannot go on; the error handler makes the response of it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  /** The body, as RFC 9457 has it. */
  readonly body: Problem;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    const { status, title } = kinds[code];
    super(details.detail ?? title, { cause: details.cause });
    this.status = status;
    this.retryAfterSeconds = details.retryAfterSeconds ?? (status === 503 ? 2 : undefined);
    this.body = {
      type: 'about:blank',
      title,
      status,
      code,
      ...(details.detail === undefined ? {} : { detail: details.detail }),
      ...(details.say === undefined ? {} : { say: details.say }),
      ...(details.attemptsLeft === undefined ? {} : { attempts_left: details.attemptsLeft }),
      ...(details.reason === undefined ? {} : { reason: details.reason }),
      ...(details.offers === undefined ? {} : { offers: [...details.offers] }),
      ...(details.rma === undefined ? {} : { rma: details.rma }),
    };
  }
}

/** `throw problem('not_found', { detail: 'There is no such order in this call' })`; the code decides the status. */
export const problem = (code: ProblemCode, details?: ProblemDetails): ProblemError => new ProblemError(code, details);

/** The HTTP status of a code. */
export const statusOf = (code: ProblemCode): number => kinds[code].status;

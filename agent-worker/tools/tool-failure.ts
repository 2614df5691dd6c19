import type { Problem, ProblemCode } from '@orderline/contract/problem.ts';
import { isServerError, type ServerErrorReason } from '../server-api/server-error.ts';

/** What a model is told of a request that did not succeed. */
export interface ToolFailure {
  error: ProblemCode | ServerErrorReason;
  /** The sentence for the caller, word for word. */
  say?: string;
  attempts_left?: number;
  /** Which rule of the store, and what the caller may be offered instead. */
  reason?: Problem['reason'];
  offers?: Problem['offers'];
  rma?: string;
  /** What the model does next. */
  then: string;
}

const tellTrouble = 'Tell the caller that this cannot be done right now, without any detail, and offer to try again.';
const stop = 'Say nothing more: this call is handled elsewhere.';

const nextStep: Record<ProblemCode | ServerErrorReason, string> = {
  malformed: 'Something in the request was not of the right form: ask the caller for that detail again.',
  verification_failed: 'Say the sentence and nothing else about the order; never hint at which part was wrong.',
  not_found:
    'This is not known for a verified order of this call. Verify the order first, or say that it is not known.',
  not_confirmed: 'The caller has not confirmed this. Read it back and wait for an answer.',
  proposal_closed: 'This was answered or replaced already. Ask what the caller wants, and propose it anew.',
  order_moved: 'The order has changed meanwhile. Look it up again and tell the caller how it stands.',
  refused: 'This is not possible. Say the sentence, and offer what it offers.',
  already_decided: tellTrouble,
  idempotency_key_reused: tellTrouble,
  too_large: tellTrouble,
  unsupported_media_type: tellTrouble,
  unreadable_document: tellTrouble,
  too_many_requests: tellTrouble,
  unavailable: tellTrouble,
  internal: tellTrouble,
  unauthorized: tellTrouble,
  forbidden_origin: tellTrouble,
  forbidden: tellTrouble,
  csrf_token_needed: tellTrouble,
  sign_in_failed: tellTrouble,
  password_refused: tellTrouble,
  link_invalid: tellTrouble,
  link_expired: tellTrouble,
  unreachable: tellTrouble,
  garbled: tellTrouble,
  slow: tellTrouble,
  call_superseded: stop,
  superseded: stop,
  call_ended: stop,
};

/** The one table from what went wrong to what the model is told; technical detail stays out of it. */
export function toolFailure(why: Problem | ServerErrorReason, trouble: string): ToolFailure {
  if (typeof why === 'string') return { error: why, say: trouble, then: nextStep[why] };
  const say = why.say ?? (nextStep[why.code] === tellTrouble ? trouble : undefined);
  return {
    error: why.code,
    ...(say === undefined ? {} : { say }),
    ...(why.attempts_left === undefined ? {} : { attempts_left: why.attempts_left }),
    ...(why.reason === undefined ? {} : { reason: why.reason }),
    ...(why.offers === undefined ? {} : { offers: why.offers }),
    ...(why.rma === undefined ? {} : { rma: why.rma }),
    then: nextStep[why.code],
  };
}

/** The same for a fault that was thrown; what is no ServerError is a fault of ours, and sounds the same. */
export function toolFault(error: unknown, trouble: string): ToolFailure {
  return toolFailure(isServerError(error) ? error.reason : 'unavailable', trouble);
}

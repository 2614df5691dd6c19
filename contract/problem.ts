import * as z from 'zod/mini';
import { offer, refusalReason } from './refusal.ts';

/** Stable codes a client may branch on. The sentence for people is `detail`; the one to be spoken is `say`. */
export const problemCode = z.enum([
  'malformed',
  'unauthorized',
  'forbidden_origin',
  'forbidden',
  'csrf_token_needed',
  'sign_in_failed',
  'password_refused',
  'verification_failed',
  'not_found',
  'link_invalid',
  'link_expired',
  'not_confirmed',
  'proposal_closed',
  'call_superseded',
  'call_ended',
  'order_moved',
  'already_decided',
  'refused',
  'idempotency_key_reused',
  'too_large',
  'unsupported_media_type',
  'unreadable_document',
  'too_many_requests',
  'unavailable',
  'internal',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** The body of every error, `application/problem+json` (RFC 9457). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  detail: z.optional(z.string()),
  /** What the agent tells the caller, written for reading. */
  say: z.optional(z.string()),
  /** Only with `verification_failed`: answers that may still be given in this call. */
  attempts_left: z.optional(z.int()),
  /** Only with `refused` and `order_moved`: which rule, and what the caller may be offered instead. */
  reason: z.optional(refusalReason),
  offers: z.optional(z.array(offer)),
  /** The return that is open already. */
  rma: z.optional(z.string()),
});
export type Problem = z.infer<typeof problem>;

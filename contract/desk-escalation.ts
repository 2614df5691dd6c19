import * as z from 'zod/mini';
import { escalationMatter, escalationStatus } from './escalation.ts';
import { consequences, proposalRequest } from './proposal.ts';
import { refusalReason } from './refusal.ts';

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

export const escalationQuery = z.object({
  state: z.optional(escalationStatus),
  /** `next` of the page before. */
  before: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});

/** What a person decides by, as it stood when the customer asked. */
export const escalationContext = z.object({
  order_status: z.string(),
  ordered_on: day,
  currency: z.string(),
  loyalty_tier: z.optional(z.string()),
  lines: z.array(z.object({ line: z.int(), name: z.string(), quantity: z.int() })),
  delivered_on: z.optional(day),
  /** How long the return window had been over. */
  days_late: z.optional(z.int()),
  /** Slightly late or a loyal customer: one whom the agent offered to ask. */
  is_borderline: z.boolean(),
  /** Which rule said no, and how. */
  refusal: z.optional(z.object({ reason: refusalReason, say: z.string() })),
});
export type EscalationContext = z.infer<typeof escalationContext>;

/**
 * What became of a change that was approved. `pending`: the store's own API has not confirmed it yet; `failed`: it would not
 * carry it out, and the customer was told.
 */
export const approvalOutcome = z.object({
  outcome: z.enum(['done', 'pending', 'failed']),
  say: z.string(),
  rma: z.optional(z.string()),
});
export type ApprovalOutcome = z.infer<typeof approvalOutcome>;

export const escalationView = z.object({
  escalation_id: z.uuid(),
  order_number: z.string(),
  matter: escalationMatter,
  status: escalationStatus,
  /** In the customer's words. */
  request: z.string(),
  asked_at: instant,
  context: escalationContext,
  call_id: z.string(),
  /** What was said in that call, for as long as it is kept. */
  transcript_url: z.string(),
  change: z.optional(proposalRequest),
  /** What the change would have done when it was asked for. */
  consequences: z.optional(consequences),
  decided: z.optional(
    z.object({
      at: instant,
      /** Absent where it was decided by the link in the e-mail. */
      staff: z.optional(z.string()),
      via: z.enum(['desk', 'link']),
      reason: z.string(),
      /** What the customer was told beside the decision. */
      words: z.optional(z.string()),
      outcome: z.optional(approvalOutcome),
    }),
  ),
});
export type EscalationView = z.infer<typeof escalationView>;

/** `GET /api/desk/escalations`, newest first. */
export const escalationList = z.object({
  escalations: z.array(escalationView),
  /** Absent on the last page. */
  next: z.optional(z.string()),
});
export type EscalationList = z.infer<typeof escalationList>;

/** What approving would do now; `unknown` while the store's own API does not answer. */
export const approvalPreview = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('possible'), consequences }),
  z.object({ verdict: z.literal('impossible'), reason: refusalReason, say: z.string() }),
  z.object({ verdict: z.literal('unknown') }),
]);
export type ApprovalPreview = z.infer<typeof approvalPreview>;

/** `GET /api/desk/escalations/{id}`; `now` where a change waits for a decision. */
export const escalationDetail = z.extend(escalationView, { now: z.optional(approvalPreview) });
export type EscalationDetail = z.infer<typeof escalationDetail>;

/** `POST /api/desk/escalations/{id}/decide`. `reason` is for the record; `words` are told to the customer. */
export const escalationDecision = z.strictObject({
  decision: z.enum(['approve', 'refuse']),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  words: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
});
export type EscalationDecision = z.infer<typeof escalationDecision>;

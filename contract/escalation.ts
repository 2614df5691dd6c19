import * as z from 'zod/mini';
import { proposalRequest } from './proposal.ts';

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));

/** What a caller asks a person for; of each there is one pending at a time on an order. */
const askedMatter = z.enum([
  'late_return',
  'address_abroad',
  'second_claim',
  'dearer_exchange',
  'claim_limit',
  'other_contact',
  /** The rules lack a fact to decide by. */
  'facts_unknown',
  /** Wait for restock. */
  'out_of_stock',
  'other',
]);

/** `store_change`: what the store's own API did not take, for its people to do by hand. */
export const escalationMatter = z.enum([...askedMatter.options, 'store_change']);
export type EscalationMatter = z.infer<typeof escalationMatter>;

/** `POST /api/orders/{order_number}/escalations`: a request that only a person may decide. */
export const escalationRequest = z.strictObject({
  matter: askedMatter,
  /** What the customer asks for, in their words. */
  request: words,
  /** The very proposal that was refused: carried out when a person approves it. */
  change: z.optional(proposalRequest),
  /** Which lines it is about, where no change says so. */
  lines: z.optional(z.array(z.int().check(z.positive(), z.maximum(10_000))).check(z.maxLength(100))),
});
export type EscalationRequest = z.infer<typeof escalationRequest>;

export const escalationStatus = z.enum(['pending', 'approved', 'refused']);
export type EscalationStatus = z.infer<typeof escalationStatus>;

/** One pending ticket a matter: asking again gives the same one. */
export const escalationResponse = z.object({
  escalation_id: z.uuid(),
  matter: escalationMatter,
  status: escalationStatus,
  /** `hold`: people are in, and the caller may wait; `message`: they are not, and the customer hears by message. */
  wait: z.enum(['hold', 'message']),
  say: z.string(),
});
export type EscalationResponse = z.infer<typeof escalationResponse>;

/** `GET /api/orders/{order_number}/escalations`: what became of each, newest first. `say` tells how it stands. */
export const escalationsResponse = z.object({ escalations: z.array(z.omit(escalationResponse, { wait: true })) });
export type EscalationsResponse = z.infer<typeof escalationsResponse>;

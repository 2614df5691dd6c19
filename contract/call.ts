import * as z from 'zod/mini';
import { conversationItem } from './conversation.ts';
import { modelBudget, modelUsage } from './model-budget.ts';
import { lookupResponse } from './order.ts';
import { agentProfile } from './profile.ts';
import { pendingProposal } from './proposal.ts';

/** A call is its room: the call id is the room's name. The telephone's begin with the number that was dialled, hence the plus. */
export const callId = z.string().check(z.regex(/^call_[A-Za-z0-9_+-]{16,40}$/));

export const joinRequest = z.strictObject({ room: callId });

/** All a job needs to begin or to go on. */
export const joinResponse = z.object({
  call_id: callId,
  call_token: z.string(),
  /** Raised by each join; a token of an older generation gets 409 `call_superseded`. */
  generation: z.int(),
  channel: z.enum(['web', 'phone']),
  customer_identity: z.string(),
  /** Today in the store's time zone. */
  today: z.iso.date(),
  profile: agentProfile,
  verified_orders: z.array(lookupResponse),
  attempts_left: z.int(),
  /** Proposed, and neither answered nor expired: it is read back once more. */
  pending_proposal: z.optional(pendingProposal),
  /** Absent from a server that counts no costs. */
  model_budget: z.optional(modelBudget),
  /** Everything said and looked up so far, oldest first; empty for a new call. */
  conversation: z.array(conversationItem),
});
export type JoinResponse = z.infer<typeof joinResponse>;

/** What travels on `GET /api/calls/{id}/commands`, one JSON object per server-sent event. */
export const command = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('superseded') }),
  z.object({ kind: z.literal('hang_up'), reason: z.string() }),
  /** A person has decided what the caller asked for; `say` tells it. It may come twice, by the same id. */
  z.object({
    kind: z.literal('decision'),
    escalation_id: z.uuid(),
    approved: z.boolean(),
    say: z.string(),
  }),
]);
export type Command = z.infer<typeof command>;

/** Milliseconds of one answer, from the end of the customer's turn. */
const latency = z.object({
  kind: z.literal('latency'),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  at: z.iso.datetime({ offset: true }),
  turn_id: z.string().check(z.maxLength(64)),
  first_audio_ms: z.optional(z.number()),
  first_token_ms: z.optional(z.number()),
});

export const callEvent = z.discriminatedUnion('kind', [...conversationItem.def.options, latency, modelUsage]);
export type CallEvent = z.infer<typeof callEvent>;

/** Stored once by `id`, so that a retry after a lost answer is harmless. */
export const eventsRequest = z.strictObject({ events: z.array(callEvent).check(z.minLength(1), z.maxLength(100)) });

export const endReason = z.enum(['goodbye', 'customer_left', 'room_closed', 'silence', 'failed']);
export type EndReason = z.infer<typeof endReason>;
export const endRequest = z.strictObject({ reason: endReason });
export const endResponse = z.object({ ended_at: z.iso.datetime({ offset: true }), reason: endReason });

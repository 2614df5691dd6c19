import * as z from 'zod/mini';
import { callId, endReason } from './call.ts';
import { conversationItem } from './conversation.ts';
import { escalationMatter } from './escalation.ts';
import { changeKind } from './proposal.ts';

const moment = z.iso.datetime({ offset: true });

/**
 * `solved`: the caller heard of their order or was answered, and nothing was left to people; `escalated`: something was;
 * `unsolved`: neither.
 */
export const callOutcome = z.enum(['solved', 'escalated', 'unsolved']);
export type CallOutcome = z.infer<typeof callOutcome>;

/** A change that was proposed and answered, or something that the store's people were asked for. */
const callPart = z.object({
  what: z.enum([...changeKind.options, ...escalationMatter.options, 'investigation']),
  order_number: z.string(),
  /** Of a change, a request or an investigation, as its own endpoints call it. */
  state: z.string(),
});
export type CallPart = z.infer<typeof callPart>;

const deskCallLine = z.object({
  call_id: callId,
  channel: z.enum(['web', 'phone']),
  opened_at: moment,
  /** What came of it in a few sentences, without a word of what was said: it stays when the transcript is gone. */
  summary: z.string(),
  /** Those that its caller has proved. */
  order_numbers: z.array(z.string()),
  parts: z.array(callPart),
  /** These three once it has ended. */
  ended_at: z.optional(moment),
  end_reason: z.optional(endReason),
  outcome: z.optional(callOutcome),
});
export type DeskCallLine = z.infer<typeof deskCallLine>;

export const deskCallsQuery = z.object({
  /** `next` of the page before. */
  before: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_call_[A-Za-z0-9_+-]{16,40}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});
export type DeskCallsQuery = z.infer<typeof deskCallsQuery>;

/** `GET /api/desk/calls`, newest first. */
export const deskCallsResponse = z.object({
  calls: z.array(deskCallLine),
  /** Absent on the last page. */
  next: z.optional(z.string()),
});
export type DeskCallsResponse = z.infer<typeof deskCallsResponse>;

/** `GET /api/desk/calls/{id}`: all that is kept of a call. */
export const deskCall = z.extend(deskCallLine, {
  /** From the end of what the customer said to the first sound of the answer, where that was measured. */
  waits: z.optional(z.object({ answers: z.int(), median_ms: z.int(), p95_ms: z.int() })),
  /** What its models have cost. */
  cost_cents: z.number(),
  /** What the customer left for the store's people. */
  messages: z.array(
    z.object({ text: z.string(), contact: z.string(), best_time: z.optional(z.string()), left_at: moment }),
  ),
  /** What was said and looked up, oldest first; empty when the transcript is gone. */
  conversation: z.array(conversationItem),
});
export type DeskCall = z.infer<typeof deskCall>;

import * as z from 'zod/mini';
import { changeReason } from './proposal.ts';
import { offer, refusalReason } from './refusal.ts';

const day = z.iso.date();
const cents = z.int().check(z.nonnegative());
export const rma = z.string().check(z.trim(), z.toUpperCase(), z.maxLength(24), z.regex(/^RMA-\d+$/));

/** `GET /api/orders/{order_number}/returnable`: the condition is still to be asked. */
export const returnableResponse = z.object({
  order_number: z.string(),
  lines: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      quantity: z.int(),
      /** Units that may be returned today. */
      returnable: z.int(),
      /** The last day on which that may be asked for, of the units whose window closes first. */
      until: z.optional(day),
      /** Where none may: why, in words, and what may be offered instead. */
      reason: z.optional(refusalReason),
      offers: z.optional(z.array(offer)),
      rma: z.optional(z.string()),
      say: z.string(),
    }),
  ),
});
export type ReturnableResponse = z.infer<typeof returnableResponse>;

export const returnState = z.enum(['requested', 'partially_received', 'received', 'cancelled', 'expired']);
export type ReturnState = z.infer<typeof returnState>;

const returnRefund = z.object({ amount_cents: cents, method: z.string(), refunded_on: day });

const returnFacts = {
  rma: z.string(),
  kind: z.enum(['return', 'exchange']),
  state: returnState,
  requested_on: day,
  ship_by: day,
  received_on: z.optional(day),
  lines: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      quantity: z.int(),
      received: z.int(),
      /** Came damaged, and a person looks at it. */
      held: z.int(),
      /** What is sent instead, in an exchange. */
      exchange_for: z.optional(z.string()),
    }),
  ),
  refunds: z.array(returnRefund),
};

/** A return or an exchange as its customer is told of it: where it is, and where the refund is. */
export const returnView = z.object({
  ...returnFacts,
  /** What goes back once the rest has come. */
  awaited_refund_cents: z.optional(cents),
  say: z.string(),
});
export type ReturnView = z.infer<typeof returnView>;

/** `GET /api/orders/{order_number}/returns`, oldest first: "where is my refund?" */
export const returnsResponse = z.object({ order_number: z.string(), say: z.string(), returns: z.array(returnView) });
export type ReturnsResponse = z.infer<typeof returnsResponse>;

/** `POST /api/orders/{order_number}/returns/{rma}/label`: a new label to the contacts on file. */
export const labelResponse = z.object({ rma: z.string(), ship_by: day, say: z.string() });
export type LabelResponse = z.infer<typeof labelResponse>;

/** `POST /api/orders/{order_number}/returns/{rma}/cancel`. */
export const cancelReturnResponse = z.object({ rma: z.string(), state: returnState, say: z.string() });
export type CancelReturnResponse = z.infer<typeof cancelReturnResponse>;

/** A return as the desk sees it. */
export const deskReturn = z.object({
  ...returnFacts,
  order_number: z.string(),
  reason: changeReason,
  reason_words: z.optional(z.string()),
  /** Posted after its last day, and taken all the same. */
  is_late: z.boolean(),
  labels: z.int(),
});
export type DeskReturn = z.infer<typeof deskReturn>;

/** `GET /api/desk/returns`, newest first. */
export const deskReturnsQuery = z.object({
  /** `held`: something of it waits for a decision. */
  state: z.optional(z.enum([...returnState.options, 'held'])),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});
export const deskReturnsResponse = z.object({ returns: z.array(deskReturn) });
export type DeskReturnsResponse = z.infer<typeof deskReturnsResponse>;

const lineNumber = z.int().check(z.positive(), z.maximum(10_000));
const quantity = z.int().check(z.positive(), z.maximum(10_000));

/**
 * `POST /api/desk/returns/{rma}/receive`: what was in the parcel; units of a line may be named once for each condition.
 * Damaged ones are held for a decision.
 */
export const receiveRequest = z.strictObject({
  lines: z
    .array(z.strictObject({ line: lineNumber, quantity, condition: z.enum(['good', 'damaged']) }))
    .check(z.minLength(1), z.maxLength(200)),
  /** The day the carrier took it, where the parcel tells; else the day it came decides whether it is late. */
  posted_on: z.optional(day),
});
export type ReceiveRequest = z.infer<typeof receiveRequest>;

/** `POST /api/desk/returns/{rma}/release`: what becomes of the units that are held. `replace` only in an exchange. */
export const releaseRequest = z.strictObject({
  decision: z.enum(['refund', 'replace', 'reject']),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});
export type ReleaseRequest = z.infer<typeof releaseRequest>;

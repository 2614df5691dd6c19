import * as z from 'zod/mini';
import { postalAddress } from './address.ts';
import { effect, refundPart, units } from './store-change.ts';

/** Why a customer wants a change; the list that returns are counted by (seed, tip 3). */
export const changeReason = z.enum([
  'size',
  'fit',
  'colour',
  'not_as_described',
  'quality',
  'damaged',
  'wrong_item',
  'missing',
  'changed_mind',
  'other',
]);
export type ChangeReason = z.infer<typeof changeReason>;

const lineUnits = z.strictObject({
  line: z.int().check(z.positive(), z.maximum(10_000)),
  quantity: z.int().check(z.positive(), z.maximum(10_000)),
});
/** Each line once. */
const linesOf = <Line extends typeof lineUnits>(line: Line) =>
  z.array(line).check(
    z.minLength(1),
    z.maxLength(100),
    z.refine((lines) => new Set(lines.map((of) => of.line)).size === lines.length, 'names a line twice'),
  );
const lines = linesOf(lineUnits);
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
/** As the caller answered, never assumed; absent while not yet asked. `as_new`: unused, unworn, in its packaging. */
const condition = z.optional(z.enum(['as_new', 'used']));

/** `{size: 'L', colour: 'Navy'}`: the axes that change; the others stay as they are. */
const wantedVariant = z.record(z.string().check(z.maxLength(40)), z.string().check(z.trim(), z.maxLength(80)));

export const claimProblem = z.enum(['damaged', 'defective', 'wrong_item', 'missing']);

/** Every change begins as a proposal, and only the server carries one out (DESIGN §6, confirmation). */
export const proposalRequest = z.discriminatedUnion('kind', [
  /** Without lines, all that has not shipped. */
  z.strictObject({
    kind: z.literal('cancellation'),
    lines: z.optional(lines),
    reason: z.optional(changeReason),
    reason_words: z.optional(words),
  }),
  z.strictObject({ kind: z.literal('address_change'), address: postalAddress }),
  z.strictObject({
    kind: z.literal('return'),
    lines,
    condition,
    reason: changeReason,
    reason_words: z.optional(words),
    /** An open exchange that this return takes the place of. */
    instead_of: z.optional(z.string().check(z.maxLength(20))),
  }),
  z.strictObject({
    kind: z.literal('exchange'),
    lines: linesOf(z.extend(lineUnits, { variant: wantedVariant })),
    condition,
    reason: changeReason,
    reason_words: z.optional(words),
  }),
  z.strictObject({
    kind: z.literal('claim'),
    lines,
    problem: claimProblem,
    wish: z.enum(['replacement', 'refund']),
    reason_words: z.optional(words),
  }),
  /** What came back to the store is sent again: to the order's address, once the caller has confirmed it, or another. */
  z.strictObject({ kind: z.literal('reship'), address: z.optional(postalAddress) }),
]);
export type ProposalRequest = z.infer<typeof proposalRequest>;
export type ChangeKind = ProposalRequest['kind'];
export type RequestOf<Kind extends ChangeKind> = Extract<ProposalRequest, { kind: Kind }>;

const day = z.iso.date();

/** What accepting would do, to the cent, the unit and the day. */
export const consequences = z.object({
  lines: z.array(z.object({ ...units.def.shape, name: z.string(), sku: z.optional(z.string()) })),
  refund: z.optional(
    z.object({
      amount_cents: z.int(),
      /** Of the amount, what was paid for shipping. */
      shipping_cents: z.int(),
      parts: z.array(refundPart),
      /** `at_once` on acceptance, or once the items have come back. */
      when: z.enum(['at_once', 'on_receipt']),
      /** Counted from that moment. */
      business_days: z.object({ from: z.int(), to: z.int() }),
    }),
  ),
  fee_cents: z.int(),
  /** What becomes of the stock. */
  stock: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      quantity: z.int(),
      move: z.enum(['back', 'reserved', 'sent']),
      /** Of each unit, by how much it costs less than what it is sent for. */
      cheaper_by_cents: z.optional(z.int()),
    }),
  ),
  /** What is sent where: the label to the contacts on file, a replacement to the order's address. */
  sends: z.array(
    z.object({
      what: z.enum(['confirmation', 'return_label', 'replacement']),
      by: z.enum(['sms', 'email', 'standard', 'express']),
    }),
  ),
  /** The last day to hand a return to the carrier. */
  ship_by: z.optional(day),
  /** The new one, whole: it is shown on the caller's card, and read only when asked for. */
  address: z.optional(postalAddress),
});
export type Consequences = z.infer<typeof consequences>;

export const changeKind = z.enum(['cancellation', 'address_change', 'return', 'exchange', 'claim', 'reship']);

/** A proposal that waits for the caller's answer. */
export const pendingProposal = z.object({
  proposal_id: z.uuid(),
  kind: changeKind,
  order_number: z.string(),
  consequences,
  /** The read-back: spoken by the worker itself, word for word. */
  say: z.string(),
  expires_at: z.iso.datetime({ offset: true }),
});
export type PendingProposal = z.infer<typeof pendingProposal>;

export const proposalResponse = z.object({
  ...pendingProposal.def.shape,
  /** `ask`: whether the customer may be texted is not known yet, and asked once before the change is confirmed. */
  texting: z.enum(['allowed', 'ask', 'never']),
});
export type ProposalResponse = z.infer<typeof proposalResponse>;

/** `turn_id` is the stored customer turn that answered the read-back; any other is 409 `not_confirmed`. */
export const acceptRequest = z.strictObject({
  turn_id: z.string().check(z.minLength(1), z.maxLength(64)),
  by: z.enum(['voice', 'text', 'keys', 'tap']),
});
export type AcceptRequest = z.infer<typeof acceptRequest>;

/** `pending`: the store has not confirmed it yet; the customer is told by message how it ended. */
export const acceptResponse = z.object({
  outcome: z.enum(['done', 'pending']),
  say: z.string(),
  rma: z.optional(z.string()),
});
export type AcceptResponse = z.infer<typeof acceptResponse>;

export const declineResponse = z.object({ outcome: z.literal('declined') });

/** A change as it was stored: what was asked, and what it does. */
export const proposedChange = z.object({ consequences, effects: z.array(effect) });

import * as z from 'zod/mini';

/** Every change begins as a proposal, and only the server carries one out (DESIGN §6, confirmation). */
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

const quantity = z.int().check(z.positive(), z.maximum(10_000));
const lineQuantity = z.strictObject({ line: z.int(), quantity });
const lines = z.array(lineQuantity).check(z.minLength(1), z.maxLength(100));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const why = { reason: changeReason, reason_words: z.optional(words) };

/** A whole postal address; `country` is ISO 3166-1 alpha-2. */
export const postalAddress = z.strictObject({
  street: words,
  street2: z.optional(words),
  city: words,
  state: z.optional(z.string().check(z.trim(), z.maxLength(40))),
  zip: z.string().check(z.trim(), z.minLength(3), z.maxLength(12)),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
});
export type PostalAddress = z.infer<typeof postalAddress>;

export const proposalRequest = z.discriminatedUnion('kind', [
  /** Without lines, the whole order. */
  z.strictObject({ kind: z.literal('cancellation'), lines: z.optional(lines), ...why }),
  z.strictObject({ kind: z.literal('address_change'), address: postalAddress }),
  z.strictObject({
    kind: z.literal('return'),
    lines,
    /** Unused, unworn and in its packaging, as the caller answered; never assumed. */
    condition_confirmed: z.boolean(),
    ...why,
  }),
  z.strictObject({
    kind: z.literal('exchange'),
    line: z.int(),
    quantity,
    variant: z.record(z.string(), words),
    condition_confirmed: z.boolean(),
    ...why,
  }),
  z.strictObject({
    kind: z.literal('claim'),
    lines,
    problem: z.enum(['damaged', 'defective', 'wrong_item', 'missing']),
    wish: z.enum(['replacement', 'refund']),
    reason_words: z.optional(words),
  }),
]);
export type ProposalRequest = z.infer<typeof proposalRequest>;
export type ChangeKind = ProposalRequest['kind'];

const refundPart = z.object({ method: z.string(), amount_cents: z.int() });

/** What accepting would do, to the cent and the day. */
export const proposalResponse = z.object({
  proposal_id: z.string(),
  kind: z.enum(['cancellation', 'address_change', 'return', 'exchange', 'claim']),
  order_number: z.string(),
  consequences: z.object({
    refund_cents: z.int(),
    refund_parts: z.array(refundPart),
    fee_cents: z.int(),
    lines: z.array(z.object({ line: z.int(), name: z.string(), quantity: z.int() })),
    /** Ship-by of the label, and the days a refund takes, where there is one. */
    ship_by: z.optional(z.iso.date()),
    refund_by: z.optional(z.iso.date()),
  }),
  /** The read-back: spoken by the worker itself, word for word. */
  say: z.string(),
  expires_at: z.iso.datetime({ offset: true }),
});
export type ProposalResponse = z.infer<typeof proposalResponse>;

/** `turn_id` is the stored customer turn that said yes; a turn before the read-back is 409 `not_confirmed`. */
export const acceptRequest = z.strictObject({
  turn_id: z.string().check(z.minLength(1), z.maxLength(64)),
  by: z.enum(['voice', 'text', 'keys', 'tap']),
});
export type AcceptRequest = z.infer<typeof acceptRequest>;

export const acceptResponse = z.object({ outcome: z.enum(['done', 'pending']), say: z.string() });
export type AcceptResponse = z.infer<typeof acceptResponse>;

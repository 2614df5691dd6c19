import * as z from 'zod/mini';
import { callId, endReason } from './call.ts';
import { callOutcome } from './desk-call.ts';
import { escalationMatter } from './escalation.ts';
import { changeReason, claimProblem } from './proposal.ts';

const order = { order_number: z.string() };
const cents = z.int().check(z.nonnegative());

const item = z.object({
  line: z.int(),
  name: z.string(),
  quantity: z.int(),
  sku: z.optional(z.string()),
});
const items = z.array(item);

const refund = z.object({ amount_cents: cents, currency: z.string() });

/** `reason` is what returns are counted by; the customer's own words stay in Orderline. */
const ofReturn = { ...order, rma: z.string(), lines: items, reason: changeReason };

const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, data: Shape) =>
  z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data: z.object(data) });

/**
 * What is told to the store's CRM (`CRM_WEBHOOK_URL`) by Standard Webhooks: at least once, under the same `webhook-id` each
 * time, and not always in the order in which it happened; `timestamp` says when that was. It carries order numbers and what
 * was bought, never a name, address, e-mail or phone.
 */
export const outgoingEvent = z.discriminatedUnion('type', [
  event('return.requested', { ...ofReturn, ship_by: z.iso.date() }),
  /** Came back, perhaps in part; `is_held`: something of it is damaged, and a person looks at it. */
  event('return.received', { ...ofReturn, is_held: z.boolean() }),
  event('return.refunded', { ...ofReturn, refund }),
  event('return.cancelled', ofReturn),
  event('return.expired', ofReturn),
  event('exchange.requested', {
    ...ofReturn,
    ship_by: z.iso.date(),
    /** What is sent instead. */
    replacements: z.array(z.object({ line: z.int(), sku: z.string(), name: z.string(), quantity: z.int() })),
  }),
  event('claim.settled', {
    ...order,
    claim_id: z.string(),
    lines: items,
    problem: claimProblem,
    settled_by: z.enum(['replacement', 'refund']),
    refund: z.optional(refund),
  }),
  event('order.cancelled', {
    ...order,
    lines: items,
    /** Nothing of the order will be sent. */
    is_whole: z.boolean(),
    reason: z.optional(changeReason),
    refund: z.optional(refund),
  }),
  /** The new address is the order's; it is not repeated here. */
  event('address.changed', order),
  /** What came back to the store is sent again. */
  event('order.reshipped', { ...order, lines: items }),
  event('escalation.opened', {
    ...order,
    escalation_id: z.string(),
    matter: escalationMatter,
  }),
  event('escalation.decided', {
    ...order,
    escalation_id: z.string(),
    matter: escalationMatter,
    decision: z.enum(['approved', 'refused']),
  }),
  event('investigation.opened', {
    ...order,
    investigation_id: z.string(),
    tracking_number: z.optional(z.string()),
  }),
  event('investigation.resolved', {
    ...order,
    investigation_id: z.string(),
    tracking_number: z.optional(z.string()),
    resolution: z.enum(['reshipped', 'refunded', 'found']),
  }),
  event('call.ended', {
    call_id: callId,
    channel: z.enum(['web', 'phone']),
    reason: endReason,
    duration_seconds: z.int(),
    /** The orders that its caller had proved. */
    order_numbers: z.array(z.string()),
    outcome: callOutcome,
    /** A few sentences of what was done, without a word of what was said. */
    summary: z.string(),
  }),
]);
export type OutgoingEvent = z.infer<typeof outgoingEvent>;
export type OutgoingEventType = OutgoingEvent['type'];
export type OutgoingEventData<Type extends OutgoingEventType> = Extract<OutgoingEvent, { type: Type }>['data'];

import * as z from 'zod/mini';
import { postalAddress } from './address.ts';

const quantity = z.int().check(z.positive(), z.maximum(10_000));
const cents = z.int().check(z.nonnegative());

/** Units of one line of an order. */
export const units = z.object({ line: z.int(), quantity });
export type Units = z.infer<typeof units>;

/** Part of a refund, to one of the order's payments. `method` is as it may be said, "Visa ending in 4242". */
export const refundPart = z.object({ payment: z.int(), method: z.string(), amount_cents: cents });
export type RefundPart = z.infer<typeof refundPart>;

/**
 * What a change does to an order, one fact at a time. The rules decide the effects, and a store carries out all of them
 * or none: the built-in store in one transaction, a store's own API by one request.
 */
export const effect = z.discriminatedUnion('effect', [
  /** Will not be sent; their stock is free again. */
  z.object({ effect: z.literal('cancel_units'), ...units.def.shape }),
  z.object({ effect: z.literal('change_address'), address: postalAddress }),
  z.object({ effect: z.literal('request_return'), ...units.def.shape }),
  /** A return that was requested and will not come. */
  z.object({ effect: z.literal('withdraw_return'), ...units.def.shape }),
  /** A return that came; `restock` when it can be sold again. */
  z.object({ effect: z.literal('receive_return'), ...units.def.shape, restock: z.boolean() }),
  /** Damaged, defective, wrong or missing. */
  z.object({ effect: z.literal('claim_units'), ...units.def.shape }),
  z.object({
    effect: z.literal('refund'),
    amount_cents: cents,
    parts: z.array(refundPart),
    /** Whose price goes back; none for shipping alone or a difference in price. */
    lines: z.array(units),
    /** Of the amount, what was paid for shipping. */
    shipping_cents: cents,
  }),
  /** Keeps units of a variant for this order. */
  z.object({ effect: z.literal('reserve_stock'), sku: z.string(), quantity }),
  z.object({ effect: z.literal('release_stock'), sku: z.string(), quantity }),
  /** Sends units to the order's address, or to another; from what was reserved, or from free stock. */
  z.object({
    effect: z.literal('send_units'),
    ...units.def.shape,
    sku: z.string(),
    is_reserved: z.boolean(),
    shipping: z.enum(['standard', 'express']),
    /** The very units that came back with their parcel: no stock is taken. */
    came_back: z.optional(z.boolean()),
    address: z.optional(postalAddress),
  }),
]);
export type Effect = z.infer<typeof effect>;
export type EffectOf<Kind extends Effect['effect']> = Extract<Effect, { effect: Kind }>;

export const storeChangeKind = z.enum([
  'cancellation',
  'address_change',
  'return',
  'exchange',
  'claim',
  'return_received',
  'return_withdrawn',
  'investigation',
  'reship',
]);
export type StoreChangeKind = z.infer<typeof storeChangeKind>;

/** One change of an order: `POST {STORE_API_URL}/changes` where the store has its own API, under `change_id` as idempotency key. */
export const storeChange = z.object({
  change_id: z.uuid(),
  order_number: z.string(),
  /** Of the order as the rules saw it: 409 when it has moved since. Absent when it does not matter. */
  revision: z.optional(z.string()),
  kind: storeChangeKind,
  rma: z.optional(z.string()),
  /** A reason from the list, or the customer's words. */
  reason: z.optional(z.string()),
  effects: z.array(effect).check(z.minLength(1), z.maxLength(500)),
});
export type StoreChange = z.infer<typeof storeChange>;

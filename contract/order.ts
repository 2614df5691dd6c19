import * as z from 'zod/mini';

/** `ORD-12345`, `#W2378156`: the store profile's formats decide which are real; this only bounds the input. */
export const orderNumber = z.string().check(z.trim(), z.minLength(1), z.maxLength(32), z.regex(/^#?[A-Za-z0-9-]+$/));
export const email = z.email().check(z.trim(), z.toLowerCase(), z.maxLength(254));
/** E.164 or as people write it; compared by its digits. */
export const phone = z.string().check(z.trim(), z.maxLength(24), z.regex(/^\+?[\d\s().-]{7,}$/));

export const orderStatus = z.enum([
  'processing',
  'on_hold',
  'back_ordered',
  'partially_shipped',
  'shipped',
  'out_for_delivery',
  'delivered',
  'returned_to_sender',
  'cancelled',
  'returned',
  'refunded',
]);
export type OrderStatus = z.infer<typeof orderStatus>;

/** One factor beside the order number: the e-mail, or the phone on the order. */
export const verification = z.union([z.strictObject({ email }), z.strictObject({ phone })]);
export type Verification = z.infer<typeof verification>;

/** The seed's lookup request, as the tool `order_lookup` sends it. */
export const lookupRequest = z.strictObject({ order_number: orderNumber, verification });
export type LookupRequest = z.infer<typeof lookupRequest>;

/** `2026-03-08`, in the store's time zone. */
const day = z.iso.date();

/** City, state and zip: all of the address that is said without being asked (seed, "What You Can Share"). */
export const shippingArea = z.object({
  city: z.string(),
  state: z.optional(z.string()),
  zip: z.string(),
  country: z.string(),
});
export type ShippingArea = z.infer<typeof shippingArea>;

/** The seed's lookup response: decimal dollars, the address cut to its area, and the status in words. */
export const lookupResponse = z.object({
  order_number: z.string(),
  status: orderStatus,
  items: z.array(z.object({ name: z.string(), qty: z.int(), price: z.number() })),
  subtotal: z.number(),
  /** `free`, or decimal dollars. */
  shipping: z.union([z.literal('free'), z.number()]),
  total: z.number(),
  tracking_number: z.optional(z.string()),
  carrier: z.optional(z.string()),
  estimated_delivery: z.optional(day),
  /** Absent where a store's address cannot be told apart. */
  shipping_address: z.optional(shippingArea),
  order_date: day,
  payment_method: z.optional(z.string()),
  /** The status in the store's words. */
  say: z.string(),
});
export type LookupResponse = z.infer<typeof lookupResponse>;

export const orderLine = z.object({
  line: z.int(),
  name: z.string(),
  quantity: z.int(),
  unit_price_cents: z.int(),
});
export type OrderLine = z.infer<typeof orderLine>;

/** A verified order: what may be said of it. A fact the store does not know is absent, never guessed. */
export const orderView = z.object({
  order_number: z.string(),
  status: orderStatus,
  say: z.string(),
  ordered_on: day,
  lines: z.array(orderLine),
  currency: z.string(),
  subtotal_cents: z.int(),
  discount_cents: z.int(),
  shipping_cents: z.int(),
  total_cents: z.int(),
  /** "Visa ending in 4242": never more of a card than its last four digits. */
  payment_method: z.optional(z.string()),
  shipping_to: z.optional(shippingArea),
  shipped_on: z.optional(day),
  estimated_delivery: z.optional(day),
  delivered_on: z.optional(day),
  cancelled_on: z.optional(day),
  cancel_reason: z.optional(z.string()),
});
export type OrderView = z.infer<typeof orderView>;

export const parcelStatus = z.enum(['in_transit', 'out_for_delivery', 'delivered', 'returned_to_sender']);
export type ParcelStatus = z.infer<typeof parcelStatus>;

export const parcelView = z.object({
  carrier: z.optional(z.string()),
  tracking_number: z.optional(z.string()),
  tracking_url: z.optional(z.url()),
  status: parcelStatus,
  shipped_on: z.optional(day),
  estimated_delivery: z.optional(day),
  delivered_on: z.optional(day),
  last_scan: z.optional(z.object({ at: z.iso.datetime({ offset: true }), place: z.optional(z.string()) })),
  /** No scan for five business days (DESIGN §6, parcels). */
  is_stuck: z.boolean(),
  /** The estimate has passed and it has not arrived. */
  is_late: z.boolean(),
  lines: z.array(z.object({ line: z.int(), name: z.string(), quantity: z.int() })),
});
export type ParcelView = z.infer<typeof parcelView>;

/** `GET /api/orders/{order_number}/tracking`. */
export const trackingView = z.object({ order_number: z.string(), say: z.string(), parcels: z.array(parcelView) });
export type TrackingView = z.infer<typeof trackingView>;

import * as z from 'zod/mini';
import { email, orderNumber, phone } from './order.ts';

/** In UTC, so that two of them compare as text. */
const instant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text: string) => new Date(text).toISOString()),
);
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

const parcelLines = z
  .array(z.object({ line: z.int(), quantity: z.int().check(z.positive(), z.maximum(10_000)) }))
  .check(
    z.maxLength(100),
    z.refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, 'names a line twice'),
  );

/**
 * A parcel by its tracking number, with whatever is known of it. Of a fact that is told several times, the newest event's
 * stands. Of an order that leaves in several parcels, `lines` says what is in each; without, everything that has not left
 * yet is in it.
 */
const parcel = z.object({
  tracking_number: z.string().check(z.trim(), z.minLength(4), z.maxLength(64), z.regex(/^[A-Za-z0-9 -]+$/)),
  carrier: z.optional(words),
  shipped_at: z.optional(instant),
  estimated_delivery: z.optional(z.iso.date()),
  lines: z.optional(parcelLines),
});

const ofOrder = {
  order_number: orderNumber,
  /** Needed only where the store keeps its orders itself (`STORE_API_URL`): who is told of the parcel. It is not stored. */
  customer: z.optional(z.object({ email: z.optional(email), phone: z.optional(phone) })),
};
const ofParcel = { ...ofOrder, parcel, place: z.optional(words) };

const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, data: Shape) =>
  z.object({
    type: z.literal(type),
    /** When it happened, which may be long before it is told. */
    timestamp: instant,
    data: z.object(data),
  });

/** What happened to a parcel. */
export const parcelEvent = z.discriminatedUnion('type', [
  event('order.shipped', ofParcel),
  event('order.out_for_delivery', ofParcel),
  /** To the customer: one that came back to the store is `order.returned_to_sender`. */
  event('order.delivered', ofParcel),
  event('order.returned_to_sender', ofParcel),
  event('parcel.scanned', { ...ofParcel, event: words }),
]);
export type ParcelEvent = z.infer<typeof parcelEvent>;

/** What happened to an order that has not shipped. */
export const waitingEvent = z.discriminatedUnion('type', [
  event('order.on_hold', ofOrder),
  event('order.back_ordered', { ...ofOrder, estimated_delivery: z.optional(z.iso.date()) }),
  /** Is being prepared again. */
  event('order.released', ofOrder),
]);
export type WaitingEvent = z.infer<typeof waitingEvent>;

/** All that has not shipped will not be sent, and its price goes back. */
export const cancelledEvent = event('order.cancelled', { ...ofOrder, reason: z.optional(words) });
export type CancelledEvent = z.infer<typeof cancelledEvent>;

/**
 * `POST /webhooks/orders`, by Standard Webhooks: what happened to an order, in any order and as often as the store likes to
 * say it.
 */
export const orderEvent = z.discriminatedUnion('type', [
  ...parcelEvent.def.options,
  ...waitingEvent.def.options,
  cancelledEvent,
]);
export type OrderEvent = z.infer<typeof orderEvent>;

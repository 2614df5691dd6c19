import * as z from 'zod/mini';
import { orderStatus, parcelStatus } from './order.ts';

const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const words = z.string().check(z.maxLength(300));
const dollars = z.number().check(z.nonnegative(), z.maximum(10_000_000));

/** A store's own order API answers with this: the seed's fields, and beyond them whatever it knows. */
export const storeOrder = z.object({
  order_number: words,
  /** Different after every change of the order; a change sent with an older one is answered 409. */
  revision: z.nullish(words),
  status: orderStatus,
  items: z
    .array(
      z.object({
        name: words,
        qty: z.int().check(z.positive(), z.maximum(10_000)),
        price: dollars,
        line: z.optional(z.int()),
        sku: z.optional(words),
        kind: z.optional(words),
        final_sale: z.optional(z.boolean()),
        personalised: z.optional(z.boolean()),
        variant: z.optional(z.record(z.string(), words)),
      }),
    )
    .check(z.maxLength(200)),
  subtotal: dollars,
  shipping: z.union([z.literal('free'), dollars]),
  discount: z.optional(dollars),
  total: dollars,
  tracking_number: z.nullish(words),
  carrier: z.nullish(words),
  estimated_delivery: z.nullish(z.iso.date()),
  /** One line, "123 Main St, Austin, TX 78701". */
  shipping_address: words,
  order_date: instant,
  payment_method: z.nullish(words),
  shipped_at: z.nullish(instant),
  delivered_at: z.nullish(instant),
  cancelled_at: z.nullish(instant),
  cancel_reason: z.nullish(words),
  email: z.nullish(words),
  phone: z.nullish(words),
  loyalty: z.nullish(words),
  parcels: z.optional(
    z
      .array(
        z.object({
          tracking_number: z.nullish(words),
          carrier: z.nullish(words),
          status: z.optional(parcelStatus),
          shipped_at: z.nullish(instant),
          estimated_delivery: z.nullish(z.iso.date()),
          delivered_at: z.nullish(instant),
          last_scan_at: z.nullish(instant),
          last_scan_place: z.nullish(words),
          lines: z.optional(z.array(z.object({ line: z.int(), qty: z.int() }))),
        }),
      )
      .check(z.maxLength(50)),
  ),
});
export type StoreOrder = z.infer<typeof storeOrder>;

/** `POST {STORE_API_URL}/changes` answers 200 with this once all effects of the change are carried out. */
export const storeChangeAnswer = z.object({ outcome: z.literal('done') });

/** With 422; a 409 needs no body: the order is not as its `revision` says. Neither has changed anything. */
export const storeChangeRefusal = z.object({ code: z.enum(['out_of_stock', 'refused']) });

/** `GET {STORE_API_URL}/variants?sku=…`: every variant of that product, the one of the sku among them. */
export const storeVariants = z.object({
  variants: z
    .array(
      z.object({
        sku: words,
        name: words,
        /** `{"size": "L", "colour": "Navy"}`. */
        options: z.record(z.string(), words),
        /** Decimal, as in the lookup. */
        price: dollars,
        /** Units that can be reserved now. */
        available: z.int().check(z.nonnegative()),
      }),
    )
    .check(z.maxLength(500)),
});

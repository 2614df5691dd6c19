import * as z from 'zod/mini';
import { orderStatus, parcelStatus } from './order.ts';

const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const words = z.string().check(z.maxLength(300));
const dollars = z.number().check(z.nonnegative(), z.maximum(10_000_000));
const unitsSoFar = z.nullish(z.int().check(z.nonnegative(), z.maximum(10_000)));

/** Where a store does not number its items, they are numbered as they come. */
export const lineOfItem = ({ line }: { line?: number | null | undefined }, index: number): number => line ?? index + 1;

/** A store's own order API answers with this: the seed's fields, and beyond them whatever it knows; null is not known. */
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
        line: z.nullish(z.int()),
        sku: z.nullish(words),
        kind: z.nullish(words),
        final_sale: z.nullish(z.boolean()),
        personalised: z.nullish(z.boolean()),
        variant: z.nullish(z.record(z.string(), words)),
        /** Of `qty`, which stays as it was ordered, how many units that has happened to. */
        cancelled: unitsSoFar,
        shipped: unitsSoFar,
        delivered: unitsSoFar,
        return_requested: unitsSoFar,
        returned: unitsSoFar,
        refunded: unitsSoFar,
        claimed: unitsSoFar,
      }),
    )
    .check(
      z.maxLength(200),
      z.refine((items) => new Set(items.map(lineOfItem)).size === items.length, 'two items have the same line'),
    ),
  subtotal: dollars,
  shipping: z.union([z.literal('free'), dollars]),
  discount: z.nullish(dollars),
  total: dollars,
  tracking_number: z.nullish(words),
  carrier: z.nullish(words),
  estimated_delivery: z.nullish(z.iso.date()),
  /** One line, "123 Main St, Austin, TX 78701". */
  shipping_address: words,
  order_date: instant,
  payment_method: z.nullish(words),
  /** Where an order was paid in several ways, or in part paid back; `kind` decides which is paid back first. */
  payments: z.nullish(
    z
      .array(
        z.object({
          method: words,
          kind: z.nullish(z.enum(['card', 'paypal', 'gift_card', 'other'])),
          captured: dollars,
          refunded: z.nullish(dollars),
        }),
      )
      .check(z.maxLength(20)),
  ),
  shipped_at: z.nullish(instant),
  delivered_at: z.nullish(instant),
  cancelled_at: z.nullish(instant),
  cancel_reason: z.nullish(words),
  email: z.nullish(words),
  phone: z.nullish(words),
  loyalty: z.nullish(words),
  parcels: z.nullish(
    z
      .array(
        z.object({
          tracking_number: z.nullish(words),
          carrier: z.nullish(words),
          status: z.nullish(parcelStatus),
          shipped_at: z.nullish(instant),
          estimated_delivery: z.nullish(z.iso.date()),
          delivered_at: z.nullish(instant),
          last_scan_at: z.nullish(instant),
          last_scan_place: z.nullish(words),
          lines: z.nullish(z.array(z.object({ line: z.int(), qty: z.int() }))),
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

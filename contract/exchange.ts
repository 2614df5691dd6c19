import * as z from 'zod/mini';

/** `GET /api/orders/{order_number}/lines/{line}/exchange-options`: what a line may be exchanged for. */
export const exchangeOptions = z.object({
  line: z.int(),
  name: z.string(),
  /** What was bought: `{size: 'M', colour: 'Navy'}`. */
  variant: z.record(z.string(), z.string()),
  /** In which it may differ: `['size', 'colour']`. */
  axes: z.array(z.string()),
  options: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      variant: z.record(z.string(), z.string()),
      is_in_stock: z.boolean(),
      /** Of each unit: what goes back when it is negative; what costs more is for a person to allow. */
      price_difference_cents: z.int(),
    }),
  ),
  /** Names those that can be had now at no extra charge. */
  say: z.string(),
});
export type ExchangeOptions = z.infer<typeof exchangeOptions>;

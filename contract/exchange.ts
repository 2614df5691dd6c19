import * as z from 'zod/mini';

/** `GET /api/orders/{order_number}/lines/{line}/exchange-options`: what a line may be exchanged for now, at no extra charge. */
export const exchangeOptions = z.object({
  line: z.int(),
  name: z.string(),
  /** What was bought: `{size: 'M', colour: 'Navy'}`. */
  variant: z.record(z.string(), z.string()),
  /** In stock; the others of the product are not told. */
  options: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      /** As a proposal's `variant` takes them. */
      variant: z.record(z.string(), z.string()),
      /** Of each unit, by how much it costs less. */
      cheaper_by_cents: z.int(),
    }),
  ),
  say: z.string(),
});
export type ExchangeOptions = z.infer<typeof exchangeOptions>;

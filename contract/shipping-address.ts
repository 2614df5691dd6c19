import * as z from 'zod/mini';

/** `GET /api/orders/{order_number}/shipping-address`: only for a caller who asked for the whole address. */
export const shippingAddressView = z.object({
  order_number: z.string(),
  /** In one line: "123 Main St, Austin, TX 78701". */
  address: z.string(),
  say: z.string(),
});
export type ShippingAddressView = z.infer<typeof shippingAddressView>;

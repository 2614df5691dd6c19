import * as z from 'zod';

/** What is done about damaged, defective, wrong and missing items (seed, "Damaged or Defective Items"). */
export const claimsSchema = z.strictObject({
  /** Loyalty tiers whose replacements are sent by express, free of charge. */
  express_tiers: z.array(z.string().trim().min(1).max(80)),
  /** A claim worth more than this is for a person to decide; no limit unless given. */
  max_value_cents: z.int().min(0).max(10_000_000).optional(),
  /** So many claims of one customer within twelve months are settled at once; no limit unless given. */
  max_per_customer: z.int().min(0).max(1000).optional(),
});

/** What an item may be exchanged for. */
export const exchangesSchema = z.strictObject({
  /** In which an exchange may differ from what was bought: sizes or colours of the same item. */
  axes: z.array(z.string().trim().min(1).max(40)).min(1),
});

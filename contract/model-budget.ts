import * as z from 'zod/mini';

/** What models by key cost, in cents: data of the store, for prices change. */
export const modelPrices = z.object({
  input_cents_per_million_tokens: z.number(),
  output_cents_per_million_tokens: z.number(),
  heard_cents_per_minute: z.number(),
  spoken_cents_per_million_characters: z.number(),
});
export type ModelPrices = z.infer<typeof modelPrices>;

/** What a call may still spend on them. After that the built-in ones serve it: a caller is never cut off. */
export const modelBudget = z.object({
  prices: modelPrices,
  cents_left: z.number(),
});
export type ModelBudget = z.infer<typeof modelBudget>;

/** What was used of them since the last such event, and what that cost. */
export const modelUsage = z.object({
  kind: z.literal('usage'),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  at: z.iso.datetime({ offset: true }),
  input_tokens: z.int().check(z.nonnegative()),
  output_tokens: z.int().check(z.nonnegative()),
  heard_seconds: z.number().check(z.nonnegative()),
  spoken_characters: z.int().check(z.nonnegative()),
  cost_cents: z.number().check(z.nonnegative()),
});
export type ModelUsage = z.infer<typeof modelUsage>;

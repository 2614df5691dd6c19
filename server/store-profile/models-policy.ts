import * as z from 'zod';

const cents = z.number().min(0).max(1_000_000);

/** What models by key cost, and may cost. */
export const modelsSchema = z.strictObject({
  prices: z.strictObject({
    input_cents_per_million_tokens: cents,
    output_cents_per_million_tokens: cents,
    heard_cents_per_minute: cents,
    spoken_cents_per_million_characters: cents,
  }),
  /** Beyond either, the built-in model, ears and voice serve a call. */
  per_call_cents: cents,
  per_day_cents: cents,
});

import * as z from 'zod/mini';

/** `POST /api/calls/{id}/messages`: what a caller leaves for the store's people, who are to ring back. */
export const callMessage = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
  /** As heard, with or without a country code; absent: the number that the caller rings from. */
  phone: z.optional(z.string().check(z.trim(), z.regex(/^\+?\d[\d ().-]{6,23}$/))),
  /** When the caller may be rung, in their words. */
  best_time: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
});
export type CallMessage = z.infer<typeof callMessage>;

export const callMessageResponse = z.object({ say: z.string() });
export type CallMessageResponse = z.infer<typeof callMessageResponse>;

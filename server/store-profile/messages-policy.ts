import * as z from 'zod';

/** When customers may be texted. */
export const messagesSchema = z.strictObject({
  /** No text that nobody waits for leaves within them, in the store's time zone; the same time twice for none. */
  quiet_hours: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours like "21:00-08:00" are needed'),
});

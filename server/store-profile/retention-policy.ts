import * as z from 'zod';

/** How long what is known of calls is kept. Shorter is allowed at any time; what is gone does not come back. */
export const retentionSchema = z.strictObject({
  /** What was said and written in calls, and what was sent to customers. */
  transcript_days: z.int().min(1).max(3650),
  /** That there was a call, when, about which order, and what was proposed in it: what the numbers are made of. */
  call_facts_months: z.int().min(1).max(120),
});

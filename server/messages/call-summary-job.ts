import * as z from 'zod/mini';

/** The job that tells a customer what happened in a call that has ended. */
export const callSummaryJob = 'call-summary';

export const callSummaryData = z.object({ call_id: z.string() });

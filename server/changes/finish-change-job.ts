import * as z from 'zod/mini';

/** The job that sees a change on its way to the store's own API through to its end. */
export const finishChangeJob = 'finish-change';

export const finishChangeData = z.object({ change_id: z.uuid() });

import * as z from 'zod/mini';

/** The job that sends one message of the outbox. */
export const deliverMessageJob = 'deliver-message';

export const deliverMessageData = z.object({ message_id: z.uuid() });

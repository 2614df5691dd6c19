import * as z from 'zod/mini';

/** `POST /api/orders/{order_number}/messages`: to a contact on file, never to one the caller dictates. */
export const messageRequest = z.strictObject({
  kind: z.enum(['tracking_link']),
  channel: z.enum(['sms', 'email']),
});
export type MessageRequest = z.infer<typeof messageRequest>;

/** `queued`: it will be sent. `kept`: this store has no sender for the channel, and the outbox holds it. */
export const messageResponse = z.object({ outcome: z.enum(['queued', 'kept']), say: z.string() });
export type MessageResponse = z.infer<typeof messageResponse>;

import * as z from 'zod/mini';

/**
 * What became of a message. `kept`: nobody sends it. `sending`: its provider has not answered yet. `bounced`: it cannot reach
 * its recipient. `suppressed`: its recipient is not to be written to. `unknown`: it may have been sent or not.
 */
export const messageState = z.enum([
  'kept',
  'queued',
  'sending',
  'sent',
  'delivered',
  'bounced',
  'failed',
  'suppressed',
  'unknown',
]);

export const deskMessagesQuery = z.object({
  state: z.optional(messageState),
  /** `next` of the page before. */
  before: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});
export type DeskMessagesQuery = z.infer<typeof deskMessagesQuery>;

export const deskMessage = z.object({
  id: z.uuid(),
  state: messageState,
  channel: z.enum(['sms', 'email']),
  /** What it tells, as the notice is called: `return_created`. */
  kind: z.string(),
  /** The end of a number, or the beginning of an address and its domain. */
  recipient: z.string(),
  order_number: z.optional(z.string()),
  call_id: z.optional(z.string()),
  subject: z.optional(z.string()),
  text: z.string(),
  /** Why it is not sent. */
  reason: z.optional(z.string()),
  attempts: z.int(),
  asked_at: z.iso.datetime({ offset: true }),
  sent_at: z.optional(z.iso.datetime({ offset: true })),
  /** Whether `POST …/retry` would have it sent. */
  can_retry: z.boolean(),
});
export type DeskMessage = z.infer<typeof deskMessage>;

/** `GET /api/desk/messages`, newest first. */
export const deskMessagesResponse = z.object({
  messages: z.array(deskMessage),
  /** Absent on the last page. */
  next: z.optional(z.string()),
});
export type DeskMessagesResponse = z.infer<typeof deskMessagesResponse>;

import * as z from 'zod/mini';

export const webhookState = z.enum(['waiting', 'delivered', 'dead']);
export type WebhookState = z.infer<typeof webhookState>;

export const webhookQuery = z.object({
  state: z.optional(webhookState),
  /** `next` of the page before. */
  before: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});

/** Something the store's CRM is told, and what became of it. */
export const webhookView = z.object({
  /** The `webhook-id`. */
  id: z.string(),
  type: z.string(),
  /** `dead`: given up, until it is sent again from the desk. */
  state: webhookState,
  happened_at: z.iso.datetime(),
  tries: z.int(),
  /** Why the last try failed. */
  failure: z.optional(z.string()),
  settled_at: z.optional(z.iso.datetime()),
  /** As it is sent. */
  body: z.string(),
});
export type WebhookView = z.infer<typeof webhookView>;

/** `GET /api/desk/webhooks`, newest first. */
export const webhooksResponse = z.object({
  webhooks: z.array(webhookView),
  /** Absent on the last page. */
  next: z.optional(z.string()),
});
export type WebhooksResponse = z.infer<typeof webhooksResponse>;

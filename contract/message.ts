import * as z from 'zod/mini';

/** A turn of this call that the customer spoke, typed, keyed or tapped. */
const turnId = z.string().check(z.minLength(1), z.maxLength(64));

/** `POST /api/orders/{order_number}/messages`: to a contact on file, never to one the caller dictates. */
export const messageRequest = z.strictObject({
  /** `return_label`: of the newest return that is still to be sent. */
  kind: z.enum(['tracking_link', 'receipt', 'return_label']),
  channel: z.enum(['sms', 'email']),
  /** `other`: the caller wants it at another number or address, which is refused with the words to say. */
  recipient: z.optional(z.enum(['on_file', 'other'])),
  /** The turn in which the customer wished for this text, where they have not been asked about texts before. */
  consent_turn_id: z.optional(turnId),
});
export type MessageRequest = z.infer<typeof messageRequest>;

/** `queued`: it will be sent. `kept`: this store has no sender for the channel, and the outbox holds it. */
export const messageResponse = z.object({ outcome: z.enum(['queued', 'kept']), say: z.string() });
export type MessageResponse = z.infer<typeof messageResponse>;

/** `POST /api/orders/{order_number}/texting-consent`: what the customer answered to whether they may be texted. */
export const consentRequest = z.strictObject({ answer: z.enum(['yes', 'no']), turn_id: turnId });
export type ConsentRequest = z.infer<typeof consentRequest>;

/** `never` after a yes too, where the phone itself has stopped our texts. */
export const consentResponse = z.object({ texting: z.enum(['allowed', 'never']), say: z.string() });
export type ConsentResponse = z.infer<typeof consentResponse>;

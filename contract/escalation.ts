import * as z from 'zod/mini';

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));

/** `POST /api/orders/{order_number}/escalations`: a request that only a person may decide. */
export const escalationRequest = z.strictObject({
  matter: z.enum(['late_return', 'address_abroad', 'second_claim', 'dearer_exchange', 'other_contact', 'other']),
  request: words,
  lines: z.optional(z.array(z.int()).check(z.maxLength(100))),
});
export type EscalationRequest = z.infer<typeof escalationRequest>;

/** One pending ticket a matter: asking again gives the same one. */
export const escalationResponse = z.object({
  escalation_id: z.string(),
  status: z.enum(['pending', 'approved', 'refused']),
  say: z.string(),
});
export type EscalationResponse = z.infer<typeof escalationResponse>;

/** `POST /api/orders/{order_number}/investigations`: a parcel that stopped moving, or never came. */
export const investigationRequest = z.strictObject({ tracking_number: z.string().check(z.trim(), z.maxLength(64)) });
export type InvestigationRequest = z.infer<typeof investigationRequest>;

export const investigationResponse = z.object({
  investigation_id: z.string(),
  status: z.enum(['open', 'reshipped', 'refunded', 'found']),
  say: z.string(),
});
export type InvestigationResponse = z.infer<typeof investigationResponse>;

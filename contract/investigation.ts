import * as z from 'zod/mini';
import { refundPart, units } from './store-change.ts';

const instant = z.iso.datetime({ offset: true });
const words = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));

/** `POST /api/orders/{order_number}/investigations`: a parcel that stopped moving, or never came. */
export const investigationRequest = z.strictObject({
  /** Needed only where more than one parcel of the order may be missing. */
  tracking_number: z.optional(words(64)),
});
export type InvestigationRequest = z.infer<typeof investigationRequest>;

export const investigationStatus = z.enum(['open', 'reshipped', 'refunded', 'found']);
export type InvestigationStatus = z.infer<typeof investigationStatus>;

/** One open a parcel: asking again gives the same one. */
export const investigationResponse = z.object({
  investigation_id: z.uuid(),
  status: investigationStatus,
  tracking_number: z.optional(z.string()),
  say: z.string(),
});
export type InvestigationResponse = z.infer<typeof investigationResponse>;

/** `GET /api/desk/investigations`. */
export const investigationQuery = z.object({
  state: z.optional(investigationStatus),
  /** `next` of the page before. */
  before: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});

export const investigationView = z.object({
  investigation_id: z.uuid(),
  order_number: z.string(),
  status: investigationStatus,
  why: z.enum(['delivered_not_there', 'no_scan']),
  carrier: z.optional(z.string()),
  tracking_number: z.optional(z.string()),
  tracking_url: z.optional(z.string()),
  /** What is in the parcel. */
  lines: z.array(z.object({ ...units.def.shape, name: z.string() })),
  opened_at: instant,
  call_id: z.string(),
  transcript_url: z.string(),
  resolved: z.optional(
    z.object({
      at: instant,
      staff: z.string(),
      reason: z.string(),
      /** What the customer was told beside the outcome. */
      words: z.optional(z.string()),
      refund: z.optional(z.object({ amount_cents: z.int(), parts: z.array(refundPart) })),
    }),
  ),
});
export type InvestigationView = z.infer<typeof investigationView>;

/** Newest first. */
export const investigationList = z.object({
  investigations: z.array(investigationView),
  /** Absent on the last page. */
  next: z.optional(z.string()),
});
export type InvestigationList = z.infer<typeof investigationList>;

/** `POST /api/desk/investigations/{id}/resolve`. `reason` is for the record; `words` are told to the customer. */
export const investigationResolution = z.strictObject({
  resolution: z.enum(['reship', 'refund', 'found']),
  reason: words(500),
  words: z.optional(words(300)),
});
export type InvestigationResolution = z.infer<typeof investigationResolution>;

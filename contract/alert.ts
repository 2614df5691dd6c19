import * as z from 'zod/mini';

/**
 * `no_worker`: calls wait, and no agent joins them; `dead_letters`: something has been tried for the last time and is not
 * done; `failed_lookups`: somebody may be guessing orders; `crm_gone`: the CRM wants no more webhooks.
 */
export const alertKind = z.enum(['no_worker', 'dead_letters', 'failed_lookups', 'crm_gone']);
export type AlertKind = z.infer<typeof alertKind>;

const instant = z.iso.datetime();

export const alertView = z.object({
  id: z.string(),
  kind: alertKind,
  detail: z.string(),
  raised_at: instant,
  /** When it was last found to be so. */
  seen_at: instant,
  /** Absent while it lasts. */
  recovered_at: z.optional(instant),
});
export type AlertView = z.infer<typeof alertView>;

/** `GET /api/desk/alerts`: those that last first, then the newest. */
export const alertsResponse = z.object({ alerts: z.array(alertView) });
export type AlertsResponse = z.infer<typeof alertsResponse>;

/** What `ALERT_WEBHOOK_URL` is told, by Standard Webhooks. */
export const alertEvent = z.object({
  type: z.enum(['alert.raised', 'alert.recovered']),
  timestamp: instant,
  data: z.object({ kind: alertKind, detail: z.string(), raised_at: instant }),
});
export type AlertEvent = z.infer<typeof alertEvent>;

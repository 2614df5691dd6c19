import * as z from 'zod/mini';

/**
 * The body of `POST /api/token`, LiveKit's standard token endpoint. The server chooses room, identity, agent and
 * metadata, so a body that names any of them is malformed; `{}` and no body at all are fine.
 */
export const tokenRequest = z.strictObject({});

export const tokenResponse = z.object({
  server_url: z.url(),
  /** Joins one room as one identity, for at most five minutes. */
  participant_token: z.string(),
  /** Opens `/api/visit/*` for this call until it ends. */
  visit_token: z.string(),
});
export type TokenResponse = z.infer<typeof tokenResponse>;

import * as z from 'zod/mini';

/** `staff` decides and changes; `qa` reads and tries calls. */
export const staffRole = z.enum(['staff', 'qa']);
export type StaffRole = z.infer<typeof staffRole>;

const password = z.string().check(z.minLength(1), z.maxLength(256));

/** `POST /api/desk/sign-in`; on success the session's cookie is set. */
export const signInRequest = z.strictObject({
  /** Printable characters alone: PostgreSQL takes no others. */
  name: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^\P{C}+$/u)),
  password,
});

/** Who is signed in. `csrf_token` goes into the header `orderline-csrf` of every request that changes something. */
export const signedInStaff = z.object({ name: z.string(), role: staffRole, csrf_token: z.string() });
export type SignedInStaff = z.infer<typeof signedInStaff>;

/** `POST /api/desk/password`: the other sessions of this account end. */
export const passwordRequest = z.strictObject({ current_password: password, new_password: password });

export const auditQuery = z.object({
  /** `next` of the page before. */
  before: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});

/** `GET /api/desk/audit`, newest first. */
export const auditResponse = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime({ offset: true }),
      /** Absent where nobody was signed in: the command line, a sweep, a failed sign-in. */
      staff: z.optional(z.string()),
      act: z.string(),
      subject: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  /** Absent on the last page. */
  next: z.optional(z.string()),
});
export type AuditResponse = z.infer<typeof auditResponse>;

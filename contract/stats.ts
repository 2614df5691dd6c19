import * as z from 'zod/mini';
import { changeKind } from './proposal.ts';

const count = z.int();
const seconds = z.optional(z.int());
const day = z.iso.date();

/** Of a century in which there were calls. */
const dayOfOurs = z.iso.date().check(z.regex(/^20/));

/** Both days are in the store's time zone, and count; the last 30 days unless given. */
export const statsQuery = z.object({ from: z.optional(dayOfOurs), to: z.optional(dayOfOurs) });
export type StatsQuery = z.infer<typeof statsQuery>;

const callNumbers = {
  calls: count,
  /** In which an order was proved. */
  verified: count,
  /** In which the caller got an answer, and nothing was left for the store's people. */
  solved_without_person: count,
  /** In which something was left for the store's people. */
  escalated: count,
  /** From opening to the end; absent where no call has ended. */
  median_seconds: seconds,
  /** Nine of ten calls were not longer. */
  p90_seconds: seconds,
};

/**
 * What a call was about; one may be about several. A change counts when it was proposed, or asked of a person;
 * `status`: an order was proved and nothing else asked; `none`: nothing that was asked came to the server.
 */
export const callMatter = z.enum([...changeKind.options, 'status', 'lost_parcel', 'question', 'other_request', 'none']);
export type CallMatter = z.infer<typeof callMatter>;

/** `GET /api/desk/stats`. */
export const statsResponse = z.object({
  from: day,
  to: day,
  time_zone: z.string(),
  total: z.object(callNumbers),
  /** Days on which there were calls. */
  days: z.array(z.object({ day, ...callNumbers })),
  matters: z.array(z.object({ matter: callMatter, calls: count })),
  /** What customers sent back or claimed, by product and reason; the most units first. */
  returns: z.array(
    z.object({
      /** Absent where the store did not tell it. */
      sku: z.optional(z.string()),
      name: z.string(),
      kind: z.enum(['return', 'exchange', 'claim']),
      reason: z.string(),
      units: count,
      /** How many returns, exchanges or claims they came in. */
      times: count,
    }),
  ),
});
export type StatsResponse = z.infer<typeof statsResponse>;

/** `GET /api/desk/stats.csv`: one table of the numbers. */
export const statsCsvQuery = z.extend(statsQuery, {
  table: z._default(z.enum(['days', 'matters', 'returns']), 'days'),
});

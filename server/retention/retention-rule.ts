import type { StoreProfile } from '../store-profile/store-profile.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What is older than these is to go. */
export interface Cutoffs {
  readonly transcripts: Date;
  readonly callFacts: Date;
  /** Failed lookups and sign-ins count for an hour at most; a day lets staff look into an alarm. */
  readonly failures: Date;
  /** Whoever repeats a request does so within minutes, and a store's outage is over within days. */
  readonly idempotencyKeys: Date;
}

/** The store's retention (`retention` in its profile) as instants. */
export const cutoffsAt = (now: Date, retention: StoreProfile['retention']): Cutoffs => ({
  transcripts: new Date(now.getTime() - retention.transcript_days * dayMs),
  callFacts: monthsBefore(now, retention.call_facts_months),
  failures: new Date(now.getTime() - dayMs),
  idempotencyKeys: new Date(now.getTime() - 7 * dayMs),
});

/** The same day so many months before; where that month is shorter, its last day. */
function monthsBefore(now: Date, months: number): Date {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() - months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const sinceMidnight = now.getTime() % dayMs;
  return new Date(Date.UTC(year, month, Math.min(now.getUTCDate(), lastDay)) + sinceMidnight);
}

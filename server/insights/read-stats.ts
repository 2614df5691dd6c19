import type { StatsQuery, StatsResponse } from '@orderline/contract/stats.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { addDays, dayIn, daysBetween, startOf } from '../policy/store-calendar.ts';
import { countCalls, countMatters, type CallNumbers } from './call-numbers-table.ts';
import { countReturns } from './return-numbers-table.ts';

const usualDays = 30;
const longestDays = 400;

/**
 * The owner's numbers from one day to another, both in the store's time zone and both counted; the last 30 days unless
 * given. What each number means stands at `countCalls` and `countReturns`. Throws 400 `malformed` for days in the wrong
 * order, or more than 400 of them.
 */
export async function readStats(
  { database, clock, profile }: AppContext,
  { from, to }: StatsQuery,
): Promise<StatsResponse> {
  const { time_zone: timeZone } = profile();
  const last = to ?? dayIn(timeZone, clock());
  const first = from ?? addDays(last, 1 - usualDays);
  const days = daysBetween(first, last) + 1;
  if (days < 1 || days > longestDays) {
    throw problem('malformed', {
      detail: `querystring: from one day to the same or a later one, ${longestDays} at most`,
    });
  }
  const period = { from: startOf(timeZone, first), until: startOf(timeZone, addDays(last, 1)), timeZone };
  const [numbers, matters, returns] = await Promise.all([
    countCalls(database, period),
    countMatters(database, period),
    countReturns(database, period),
  ]);
  return {
    from: first,
    to: last,
    time_zone: timeZone,
    total: callNumbers(numbers.find(({ day }) => day === null) ?? noCalls),
    days: numbers.flatMap((row) => (row.day === null ? [] : [{ day: row.day, ...callNumbers(row) }])),
    matters,
    returns: returns.map(({ sku, ...row }) => ({ ...(sku === null ? {} : { sku }), ...row })),
  };
}

const noCalls = { calls: 0, verified: 0, solved: 0, escalated: 0, medianSeconds: null, p90Seconds: null };

const callNumbers = (row: Omit<CallNumbers, 'day'>) => ({
  calls: row.calls,
  verified: row.verified,
  solved_without_person: row.solved,
  escalated: row.escalated,
  ...(row.medianSeconds === null ? {} : { median_seconds: row.medianSeconds }),
  ...(row.p90Seconds === null ? {} : { p90_seconds: row.p90Seconds }),
});

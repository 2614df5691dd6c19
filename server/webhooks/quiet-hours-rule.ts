import { addDays, dayIn, instantAt } from '../policy/store-calendar.ts';

/**
 * When a text that nobody waits for may leave, if not now: the end of the store's quiet hours ("21:00-08:00", in its time
 * zone), when `now` is within them.
 */
export function quietUntil(
  now: Date,
  { quietHours, timeZone }: { quietHours: string; timeZone: string },
): Date | undefined {
  const [from = '', to = ''] = quietHours.split('-');
  const today = dayIn(timeZone, now);
  // The night that began yesterday, and the one that begins today; hours within one day are those of today.
  for (const first of [addDays(today, -1), today]) {
    const last = from < to ? first : addDays(first, 1);
    const end = instantAt(timeZone, last, to);
    if (from !== to && instantAt(timeZone, first, from) <= now && now < end) return end;
  }
  return undefined;
}

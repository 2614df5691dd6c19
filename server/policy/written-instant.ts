import { dayIn, writtenDay } from './store-calendar.ts';

/** "Friday, March 6 at 12:15 PM", by the store's clocks; the day alone at its very beginning. */
export function writtenInstant(timeZone: string, instant: Date, now: Date): string {
  const day = writtenDay(dayIn(timeZone, instant), dayIn(timeZone, now));
  const time = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' })
    .format(instant)
    .replace(/\s/gu, ' ')
    .replace(':00', '');
  return time === '12 AM' ? day : `${day} at ${time}`;
}

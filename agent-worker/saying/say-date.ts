import { ordinalWords, yearWords } from './number-words.ts';

/** What a date is said against. */
export interface SayingContext {
  /** `2026-03-05`, in the store's time zone: its year goes without saying. */
  today: string;
  timeZone: string;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** The month of this name or abbreviation ("March", "Mar", "Sept"), 1 to 12. */
export function monthNumber(name: string): number | undefined {
  const start = name.replace(/\.$/, '').slice(0, 3);
  const month = months.findIndex(
    (full) => full === name || (name.length <= 5 && /^[A-Z][a-z]{2}t?\.?$/.test(name) && full.startsWith(start)),
  );
  return month === -1 ? undefined : month + 1;
}

/** "2026-03-08", or an instant seen in the store's time zone → "Sunday, March eighth"; the year only when it is another. */
export function sayDate(written: string, { today, timeZone }: SayingContext): string {
  const day = dayOf(written, timeZone);
  if (day === undefined) return written;
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return `${weekday}, ${sayMonthDay(day, today)}`;
}

/** "March eighth", and its year when it is not this one */
export function sayMonthDay(day: string, today: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const spoken = `${months[month - 1] ?? ''} ${ordinalWords(date)}`;
  return year === Number(today.slice(0, 4)) ? spoken : `${spoken}, ${yearWords(year)}`;
}

/** The calendar day of a date or an instant, or undefined when it is none. */
export function dayOf(written: string, timeZone: string): string | undefined {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (date) return isReal(written) ? written : undefined;
  const instant = new Date(written);
  if (Number.isNaN(instant.getTime()) || !/^\d{4}-\d{2}-\d{2}T/.test(written)) return undefined;
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

function isReal(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

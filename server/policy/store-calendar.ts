import { dateFormat } from './date-format.ts';

/** A calendar day in the store's time zone, `2026-03-08`. */
export type Day = string;
/** An instant, or only its day where the store knows no more. */
export type Moment = Date | Day;

const dayMs = 86_400_000;

/** The calendar day that `instant` falls on in `timeZone` (IANA, "America/New_York"). */
export function dayIn(timeZone: string, instant: Date): Day {
  const options = { timeZone, calendar: 'gregory', numberingSystem: 'latn' } as const;
  const written = dateFormat({ ...options, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
  const [month = '', day = '', year = ''] = written.split('/');
  return `${year}-${month}-${day}`;
}

export const dayOf = (timeZone: string, moment: Moment): Day =>
  typeof moment === 'string' ? moment : dayIn(timeZone, moment);

/** `days` may be negative. */
export const addDays = (day: Day, days: number): Day =>
  new Date(utcMidnight(day) + days * dayMs).toISOString().slice(0, 10);

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utcMidnight(to) - utcMidnight(from)) / dayMs);

/** How many business days have passed since `from`, up to and with `to`: Monday to Friday, without `closedDays`. */
export function businessDaysBetween(from: Day, to: Day, closedDays: readonly Day[]): number {
  const days = Math.max(0, daysBetween(from, to));
  // Of any seven days five are business days: only the rest of a week is looked at.
  const rest = Array.from({ length: days % 7 }, (_, index) => addDays(to, -index)).filter(isWeekday).length;
  const closed = new Set(closedDays.filter((day) => from < day && day <= to && isWeekday(day))).size;
  return Math.floor(days / 7) * 5 + rest - closed;
}

function isWeekday(day: Day): boolean {
  const weekday = new Date(utcMidnight(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The instant at which clocks in `timeZone` show `time` ("14:05") on `day`; a time the clocks skip becomes the next. */
export function instantAt(timeZone: string, day: Day, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const atOffsetOf = (instantMs: number) => wanted - offsetMs(timeZone, new Date(instantMs));
  // Asked again at the instant found: between the two the clocks may have changed.
  const first = atOffsetOf(wanted);
  const second = atOffsetOf(first);
  return new Date(atOffsetOf(second) === second ? second : Math.max(first, second));
}

/** When a moment began: a day without a time begins at its midnight in `timeZone`. */
export const startOf = (timeZone: string, moment: Moment): Date =>
  typeof moment === 'string' ? instantAt(timeZone, moment, '00:00') : moment;

/** When a moment was over: a day without a time counts from its end (seed, "wait 48 hours"). */
export const endOf = (timeZone: string, moment: Moment): Date =>
  typeof moment === 'string' ? instantAt(timeZone, addDays(moment, 1), '00:00') : moment;

/**
 * `day` as people write it, "Sunday, March 8"; the year only when it is not that of `today`: "Friday, January 1, 2027".
 */
export function writtenDay(day: Day, today: Day): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return dateFormat({
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(utcMidnight(day));
}

const utcMidnight = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** How far ahead of UTC the clocks of `timeZone` are at `instant`. */
function offsetMs(timeZone: string, instant: Date): number {
  const name = dateFormat({ timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

import * as z from 'zod';
import { dateFormat } from '../policy/date-format.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'hours like "09:00-18:00", or closed, are needed',
    abort: true,
  })
  .refine((value) => value.slice(0, 5) < value.slice(6), 'the closing time must be later than the opening time');
const day = z.union([z.literal('closed'), hours]);

/** When people answer, in the store's time zone: `monday: 09:00-18:00`, `sunday: closed`. */
export const openingHoursSchema = z.strictObject({
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: day,
  sunday: day,
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** "Monday to Friday, 9 AM to 6 PM ET": neighbouring days with the same hours together; undefined when never open. */
export function writtenOpeningHours(openingHours: OpeningHours, timeZone: string): string | undefined {
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    const theseHours = openingHours[weekday];
    if (run?.hours === theseHours) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, hours: theseHours });
  }
  const open = runs.filter((run) => run.hours !== 'closed');
  if (open.length === 0) return undefined;
  const written = open.map(
    ({ first, last, hours }) =>
      `${first === last ? capitalised(first) : `${capitalised(first)} to ${capitalised(last)}`}, ` +
      `${writtenTime(hours.slice(0, 5))} to ${writtenTime(hours.slice(6))}`,
  );
  return `${written.join(', and ')} ${zoneName(timeZone)}`;
}

/** Whether people answer at `instant`: from the opening time on, until just before the closing time. */
export function isOpenAt(openingHours: OpeningHours, timeZone: string, instant: Date): boolean {
  const { weekday, hour, minute } = Object.fromEntries(
    dateFormat({
      timeZone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const time = `${hour ?? ''}:${minute ?? ''}`;
  const today = weekdays.find((name) => name === weekday?.toLowerCase());
  const theseHours = today === undefined ? 'closed' : openingHours[today];
  return theseHours !== 'closed' && theseHours.slice(0, 5) <= time && time < theseHours.slice(6);
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "9 AM", "5:30 PM". */
function writtenTime(time: string): string {
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3);
  return `${((hour + 11) % 12) + 1}${minutes === '00' ? '' : `:${minutes}`} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** "ET": the same in summer and winter. */
const zoneName = (timeZone: string) =>
  dateFormat({ timeZone, timeZoneName: 'shortGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

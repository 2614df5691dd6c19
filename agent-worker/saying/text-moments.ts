import { ordinalWords } from './number-words.ts';
import { dayOf, monthNumber, sayDate, sayMonthDay } from './say-date.ts';
import { sayTime } from './say-time.ts';
import type { TextRule } from './text-rule.ts';

const weekdays: Record<string, string> = {
  Mon: 'Monday', Tue: 'Tuesday', Tues: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Thur: 'Thursday', Thurs: 'Thursday',
  Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday',
}; // prettier-ignore
const weekday = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const zone = /^([ECMP][SD]?T|UTC|GMT)$/;

/** "2026-03-08", "2026-03-08T14:00:00Z" */
export const isoDates: TextRule = (window, context) => {
  const { core, lead, trail } = window.word(0);
  const day = dayOf(core, context.timeZone);
  if (day === undefined) return undefined;
  const date = weekday.test(window.before(1).core) ? sayMonthDay(day, context.today) : sayDate(day, context);
  return { said: `${lead}${date}${timeOf(core, context.timeZone)}${trail}`, count: 1 };
};

function timeOf(instant: string, timeZone: string): string {
  if (!instant.includes('T')) return '';
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  return ` at ${sayTime(format.format(new Date(instant)).replace(/\s/gu, ' ').replace(':00', ''))}`;
}

/** "March 8", "Mar. 8th, 2027", "March 8-10"; the day of the week before it stays as it is. */
export const monthDays: TextRule = (window, { today }) => {
  const { core, lead, trail } = window.word(0);
  const month = monthNumber(core);
  if (month === undefined || !/^\.?$/.test(trail)) return undefined;
  const next = window.word(1);
  const [, first = '', last] = /^(\d{1,2})(?:st|nd|rd|th)?(?:[-–](\d{1,2}))?$/.exec(next.core) ?? [];
  if (first === '' || Number(first) < 1 || Number(first) > 31) return undefined;
  const isYearNext = /^,?$/.test(next.trail) && last === undefined && /^(19|20)\d{2}$/.test(window.word(2).core);
  const year = isYearNext ? window.word(2).core : today.slice(0, 4);
  const day = `${year}-${String(month).padStart(2, '0')}-${first.padStart(2, '0')}`;
  const until = last === undefined ? '' : ` to ${ordinalWords(Number(last))}`;
  const end = isYearNext ? window.word(2).trail : next.trail;
  return { said: `${lead}${sayMonthDay(day, today)}${until}${end}`, count: isYearNext ? 3 : 2 };
};

/** "Sat, Mar 8" */
export const shortWeekdays: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const full = weekdays[core];
  if (full === undefined || monthNumber(window.word(1).core) === undefined) return undefined;
  return { said: `${lead}${full}${trail.replace('.', '')}`, count: 1 };
};

/** "2 PM ET", "2:30 p.m.", "2PM", "14:00" */
export const times: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (/^\d{1,2}:\d{2}$/.test(core) && !isHalf(window.word(1).core))
    return { said: lead + sayTime(core) + trail, count: 1 };
  const joined = /^(\d{1,2}(?::\d{2})?)([ap]\.?m)$/i.exec(core);
  const isSplit = /^\d{1,2}(:\d{2})?$/.test(core) && trail === '' && isHalf(window.word(1).core);
  if (!joined && !isSplit) return undefined;
  const half = isSplit ? 1 : 0;
  const last = window.word(half);
  const isZoneNext = /^\.?$/.test(last.trail) && zone.test(window.word(half + 1).core);
  const time = joined ? `${joined[1] ?? ''} ${joined[2] ?? ''}` : `${core} ${last.core}`;
  const plain = time.replaceAll('.', '');
  if (isZoneNext) {
    const { core: name, trail: end } = window.word(half + 1);
    return { said: `${lead}${sayTime(`${plain} ${name}`)}${end}`, count: half + 2 };
  }
  const isDotted = last.core.includes('.') && last.trail.startsWith('.');
  // The full stop of "p.m." ends the sentence only where another one begins.
  const next = isDotted ? window.word(half + 1) : undefined;
  const end = next === undefined || next.core === '' || /^[A-Z]/.test(next.core) ? last.trail : last.trail.slice(1);
  return { said: `${lead}${sayTime(plain)}${end}`, count: half + 1 };
};

const isHalf = (core: string) => /^[ap]\.?m$/i.test(core);

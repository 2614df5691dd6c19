import { ordinalWords } from './number-words.ts';
import { dayOf, monthNumber, sayDate, sayMonthDay } from './say-date.ts';
import { sayTime } from './say-time.ts';
import type { TextRule } from './text-rule.ts';
import { endOfAbbreviation } from './text-window.ts';

const weekdays: Record<string, string> = {
  Mon: 'Monday', Tue: 'Tuesday', Tues: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Thur: 'Thursday', Thurs: 'Thursday',
  Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday',
}; // prettier-ignore
const weekday = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const zone = /^([ECMP][SD]?T|UTC|GMT)$/;

const oneTime = String.raw`\d{1,2}(?::\d{2}(?:[ap]m)?|[ap]m)`;
const timeSpan = new RegExp(`^(${oneTime})[-–](${oneTime})$`, 'i');

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
  const day = dateOf(year, month, first);
  const until = last === undefined ? '' : ` to ${ordinalWords(Number(last))}`;
  const end = isYearNext ? window.word(2).trail : next.trail;
  return { said: `${lead}${sayMonthDay(day, today)}${until}${end}`, count: isYearNext ? 3 : 2 };
};

/** "8 March 2026", as the rest of the world writes it */
export const dayMonths: TextRule = (window, { today }) => {
  const { core, lead, trail } = window.word(0);
  const [, date = ''] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(core) ?? [];
  if (date === '' || trail !== '' || Number(date) < 1 || Number(date) > 31) return undefined;
  const next = window.word(1);
  const month = monthNumber(next.core);
  if (month === undefined || next.core.length < 3) return undefined;
  const isYearNext = next.trail === '' && /^(19|20)\d{2}$/.test(window.word(2).core);
  // "5 May …" is a day only where a year or a pause says so: "the 5 May sale items"
  if (!isYearNext && next.core === 'May' && next.trail === '') return undefined;
  const last = isYearNext ? window.word(2) : next;
  const day = dateOf(isYearNext ? last.core : today.slice(0, 4), month, date);
  return { said: `${lead}${sayMonthDay(day, today)}${last.trail}`, count: isYearNext ? 3 : 2 };
};

const datePrepositions = new Set(['on', 'by', 'before', 'after', 'until', 'since', 'from', 'dated', 'through']);

/** "3/8/2026", month first; "3/8" only after "on", "by" and the like: elsewhere it is a fraction */
export const slashDates: TextRule = (window, { today }) => {
  const { core, lead, trail } = window.word(0);
  const [, month = '', date = '', year] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(core) ?? [];
  if (month === '' || (year === undefined && !datePrepositions.has(window.before(1).core.toLowerCase())))
    return undefined;
  const fullYear = year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const day = dayOf(dateOf(fullYear, Number(month), date), 'UTC');
  return day === undefined ? undefined : { said: `${lead}${sayMonthDay(day, today)}${trail}`, count: 1 };
};

function dateOf(year: string, month: number, date: string): string {
  return `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** "Sat, Mar 8", "Mon-Fri", "Mon. to Fri." */
export const shortWeekdays: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const [, from = '', to = ''] = /^([A-Z][a-z]+)[-–]([A-Z][a-z]+)$/.exec(core) ?? [];
  if (isDay(from) && isDay(to))
    return {
      said: `${lead}${weekdays[from] ?? from} to ${weekdays[to] ?? to}${endOfAbbreviation(window, 0)}`,
      count: 1,
    };
  const full = weekdays[core];
  if (full === undefined) return undefined;
  const isSpanEnd = spans.has(window.before(1).core) && isDay(window.before(2).core);
  if (isSpanEnd) return { said: lead + full + endOfAbbreviation(window, 0), count: 1 };
  const next = window.word(1).core;
  const isSpan = spans.has(next) && isDay(window.word(2).core);
  if (!isSpan && monthNumber(next) === undefined) return undefined;
  return { said: `${lead}${full}${trail.replace('.', '')}`, count: 1 };
};

const spans = new Set(['to', 'through', 'and', 'or', 'until', '-', '–']);
const isDay = (word: string) => weekday.test(word) || weekdays[word] !== undefined;

/** "2 PM ET", "2:30 p.m.", "2PM", "14:00" */
export const times: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (/^\d{1,2}:\d{2}$/.test(core) && !isHalf(window.word(1).core))
    return { said: lead + sayTime(core) + trail, count: 1 };
  const [span, from, to] = timeSpan.exec(core) ?? [];
  if (span !== undefined) return { said: `${lead}${sayTime(from ?? '')} to ${sayTime(to ?? '')}${trail}`, count: 1 };
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

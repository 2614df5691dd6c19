import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  businessDaysBetween,
  dayIn,
  daysBetween,
  endOf,
  instantAt,
  startOf,
  writtenDay,
} from './store-calendar.ts';

const newYork = 'America/New_York';

test('an instant late in the evening is still the same day in the store', () => {
  expect(dayIn(newYork, new Date('2026-03-06T04:59:59Z'))).toBe('2026-03-05');
  expect(dayIn(newYork, new Date('2026-03-06T05:00:00Z'))).toBe('2026-03-06');
});

test('counts calendar days across months, years and the clock change', () => {
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-03-01', '2026-03-31')).toBe(30);
  expect(daysBetween('2026-03-31', '2026-03-01')).toBe(-30);
});

test('counts business days without weekends and the days the store is closed', () => {
  expect(businessDaysBetween('2026-03-06', '2026-03-09', [])).toBe(1);
  expect(businessDaysBetween('2026-03-02', '2026-03-09', [])).toBe(5);
  expect(businessDaysBetween('2026-03-02', '2026-03-09', ['2026-03-04'])).toBe(4);
  expect(businessDaysBetween('2026-03-09', '2026-03-09', [])).toBe(0);
});

test('finds the instant of a local time on both sides of the clock change', () => {
  expect(instantAt(newYork, '2026-03-07', '14:05').toISOString()).toBe('2026-03-07T19:05:00.000Z');
  expect(instantAt(newYork, '2026-03-08', '14:05').toISOString()).toBe('2026-03-08T18:05:00.000Z');
  expect(instantAt(newYork, '2026-03-08', '02:30').toISOString()).toBe('2026-03-08T07:30:00.000Z');
  expect(instantAt(newYork, '2026-03-08', '04:00').toISOString()).toBe('2026-03-08T08:00:00.000Z');
  expect(instantAt('Europe/Berlin', '2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('a day without a time begins at its midnight and is over at the next', () => {
  expect(startOf(newYork, '2026-03-08').toISOString()).toBe('2026-03-08T05:00:00.000Z');
  expect(endOf(newYork, '2026-03-08').toISOString()).toBe('2026-03-09T04:00:00.000Z');
  expect(endOf(newYork, new Date(5))).toEqual(new Date(5));
});

test('writes the weekday that the day really is', () => {
  expect(writtenDay('2026-03-08', '2026-03-05')).toBe('Sunday, March 8');
});

test('writes the year only when it is not the current one', () => {
  expect(writtenDay('2027-01-01', '2026-12-30')).toBe('Friday, January 1, 2027');
});

test('business days are counted as one would on the calendar, over any span', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
  fc.assert(
    fc.property(day, day, fc.array(day, { maxLength: 5 }), (from, to, closedDays) => {
      let counted = 0;
      for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
        const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
        if (weekday !== 0 && weekday !== 6 && !closedDays.includes(at)) counted += 1;
      }
      expect(businessDaysBetween(from, to, closedDays)).toBe(counted);
    }),
  );
});

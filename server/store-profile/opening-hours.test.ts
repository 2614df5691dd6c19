import { expect, test } from 'vitest';
import { isOpenAt, type OpeningHours, openingHoursSchema, writtenOpeningHours } from './opening-hours.ts';

const weekdays: OpeningHours = {
  monday: '09:00-18:00',
  tuesday: '09:00-18:00',
  wednesday: '09:00-18:00',
  thursday: '09:00-18:00',
  friday: '09:00-18:00',
  saturday: 'closed',
  sunday: 'closed',
};

test('names days with the same hours together', () => {
  expect(writtenOpeningHours(weekdays, 'America/New_York')).toBe('Monday to Friday, 9 AM to 6 PM ET');
  expect(writtenOpeningHours({ ...weekdays, saturday: '10:00-12:30' }, 'America/New_York')).toBe(
    'Monday to Friday, 9 AM to 6 PM, and Saturday, 10 AM to 12:30 PM ET',
  );
});

test('a store that is never open has no hours to tell', () => {
  const closed = Object.fromEntries(Object.keys(weekdays).map((day) => [day, 'closed']));
  expect(writtenOpeningHours(openingHoursSchema.parse(closed), 'UTC')).toBeUndefined();
});

test('refuses hours that end before they begin', () => {
  expect(openingHoursSchema.safeParse({ ...weekdays, monday: '18:00-09:00' }).success).toBe(false);
});

test.each([
  ['2026-03-05T14:00:00Z', true, 'Thursday, 9:00'],
  ['2026-03-05T13:59:59Z', false, 'Thursday, 8:59'],
  ['2026-03-05T22:59:59Z', true, 'Thursday, 17:59'],
  ['2026-03-05T23:00:00Z', false, 'Thursday, 18:00'],
  ['2026-03-09T13:00:00Z', true, 'Monday, 9:00, after the clocks have changed'],
  ['2026-03-08T15:00:00Z', false, 'a Sunday'],
  ['2026-03-07T03:00:00Z', false, 'Friday night, though a Saturday by UTC'],
])('at %s people answer: %s (%s)', (instant, isOpen) => {
  expect(isOpenAt(weekdays, 'America/New_York', new Date(instant))).toBe(isOpen);
});

import { expect, test } from 'vitest';
import { type OpeningHours, openingHoursSchema, writtenOpeningHours } from './opening-hours.ts';

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

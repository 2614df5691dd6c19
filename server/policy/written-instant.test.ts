import { expect, test } from 'vitest';
import { writtenInstant } from './written-instant.ts';

test.each([
  ['2026-03-06T17:15:00Z', 'Friday, March 6 at 12:15 PM'],
  ['2026-03-06T14:00:00Z', 'Friday, March 6 at 9 AM'],
  ['2026-03-06T05:00:00Z', 'Friday, March 6'],
  ['2027-01-01T05:30:00Z', 'Friday, January 1, 2027 at 12:30 AM'],
])('%s is written "%s"', (instant, written) => {
  expect(writtenInstant('America/New_York', new Date(instant), new Date('2026-03-05T17:00:00Z'))).toBe(written);
});

import { expect, test } from 'vitest';
import { quietUntil } from './quiet-hours-rule.ts';

const night = { quietHours: '21:00-08:00', timeZone: 'America/New_York' };
const until = (now: string, hours = night) => quietUntil(new Date(now), hours)?.toISOString();

test('by day texts leave at once', () => {
  expect(until('2026-03-05T13:00:00Z')).toBeUndefined();
  expect(until('2026-03-06T01:59:59Z')).toBeUndefined();
});

test('by night they wait for the morning, on both sides of midnight', () => {
  expect(until('2026-03-06T02:00:00Z')).toBe('2026-03-06T13:00:00.000Z');
  expect(until('2026-03-06T12:59:59Z')).toBe('2026-03-06T13:00:00.000Z');
});

test('the night in which the clocks change is as long as the clocks say', () => {
  expect(until('2026-03-08T05:30:00Z')).toBe('2026-03-08T12:00:00.000Z');
});

test('quiet hours may lie within a day, or be none', () => {
  const siesta = { quietHours: '13:00-15:00', timeZone: 'Europe/Madrid' };
  expect(until('2026-03-05T12:30:00Z', siesta)).toBe('2026-03-05T14:00:00.000Z');
  expect(until('2026-03-05T14:00:00Z', siesta)).toBeUndefined();
  expect(until('2026-03-05T12:30:00Z', { quietHours: '00:00-00:00', timeZone: 'UTC' })).toBeUndefined();
});

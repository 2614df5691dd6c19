import { expect, test } from 'vitest';
import { isInFirstDay } from './first-day-rule.ts';
import { isDeliveredLately, parcelDelay } from './parcel-delay-rule.ts';

const profile = {
  time_zone: 'America/New_York',
  parcels: { stuck_after_business_days: 5, wait_hours_after_delivered: 48, closed_days: ['2026-03-04'] },
};
/** A Monday, noon in New York. */
const asOf = { profile, now: new Date('2026-03-16T16:00:00Z') };
const moving = { status: 'in_transit', estimatedDelivery: undefined, lastScan: undefined } as const;
const scanned = (at: string) => ({ ...moving, lastScan: { at: new Date(at), place: undefined } });

test('a parcel is late from the day after its date', () => {
  expect(parcelDelay({ ...moving, estimatedDelivery: '2026-03-16' }, asOf).isLate).toBe(false);
  expect(parcelDelay({ ...moving, estimatedDelivery: '2026-03-15' }, asOf).isLate).toBe(true);
  expect(parcelDelay({ ...moving, status: 'delivered', estimatedDelivery: '2026-03-15' }, asOf).isLate).toBe(false);
});

test('a parcel is stuck after five business days without a scan', () => {
  expect(parcelDelay(scanned('2026-03-10T12:00:00Z'), asOf)).toMatchObject({
    isStuck: false,
    businessDaysWithoutScan: 4,
  });
  expect(parcelDelay(scanned('2026-03-09T12:00:00Z'), asOf)).toMatchObject({
    isStuck: true,
    businessDaysWithoutScan: 5,
  });
});

test('days the store is closed do not count', () => {
  const wednesday = { profile, now: new Date('2026-03-09T16:00:00Z') };
  expect(parcelDelay(scanned('2026-03-02T12:00:00Z'), wednesday)).toMatchObject({
    isStuck: false,
    businessDaysWithoutScan: 4,
  });
});

test('a parcel whose scans are not known is never called stuck', () => {
  expect(parcelDelay(moving, asOf).isStuck).toBe(false);
});

test.each([
  [20, true],
  [47.9, true],
  [48, false],
  [49, false],
])('marked delivered %d hours ago, it may still turn up: %s', (hours, isLately) => {
  const deliveredAt = new Date(asOf.now.getTime() - hours * 3_600_000);
  expect(isDeliveredLately({ deliveredAt }, asOf)).toBe(isLately);
});

test('a delivery day without a time counts from its end', () => {
  expect(isDeliveredLately({ deliveredAt: '2026-03-14' }, asOf)).toBe(true);
  expect(isDeliveredLately({ deliveredAt: '2026-03-13' }, asOf)).toBe(false);
});

test('the first day of an order is its first 24 hours', () => {
  const at = { now: asOf.now, timeZone: profile.time_zone };
  expect(isInFirstDay(new Date('2026-03-15T16:00:01Z'), at)).toBe(true);
  expect(isInFirstDay(new Date('2026-03-15T16:00:00Z'), at)).toBe(false);
  expect(isInFirstDay('2026-03-16', at)).toBe(true);
  expect(isInFirstDay('2026-03-15', at)).toBe(false);
});

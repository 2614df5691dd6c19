import { startOf, type Moment } from '../policy/store-calendar.ts';

/**
 * Whether an order is in its first 24 hours, when the tracking number is promised "within the next 24 hours" (DESIGN §6,
 * dates). An order whose day alone is known began at that day's midnight in the store.
 */
export const isInFirstDay = (orderedAt: Moment, { now, timeZone }: { now: Date; timeZone: string }): boolean =>
  now.getTime() - startOf(timeZone, orderedAt).getTime() < 24 * 3_600_000;

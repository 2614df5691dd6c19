import type { AppContext } from '../app-context.ts';
import { countFailuresSince } from './failed-lookups-table.ts';

const windowMs = 3_600_000;

/**
 * Warns in the log when all callers together fail unusually often within an hour: someone may be guessing. At every so
 * many failures (`limits.failed_lookups_alarm`), so that an attack fills no log.
 */
export async function alarmOnManyFailures({ database, clock, profile, log }: AppContext): Promise<void> {
  const failures = await countFailuresSince(database, new Date(clock().getTime() - windowMs));
  if (failures % profile().limits.failed_lookups_alarm !== 0) return;
  log.warn({ failures }, 'many failed lookups within an hour: someone may be guessing orders');
}

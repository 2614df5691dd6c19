import { addDays, type Day } from '../policy/store-calendar.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import type { ReturnRecord } from './return-record.ts';

type Terms = Pick<StoreProfile['returns'], 'expire_after_days'>;

/** The latest `shipBy` of a return that has expired today: its label's last day, and the days that a parcel may still take. */
export const lastExpiredShipBy = (today: Day, { expire_after_days }: Terms): Day =>
  addDays(today, -expire_after_days - 1);

/** Whether a return of which nothing has come has had its time. */
export const hasExpired = (
  { state, shipBy }: Pick<ReturnRecord, 'state' | 'shipBy'>,
  today: Day,
  terms: Terms,
): boolean => state === 'requested' && shipBy <= lastExpiredShipBy(today, terms);

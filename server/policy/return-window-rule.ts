import type { StoreProfile } from '../store-profile/store-profile.ts';
import { addDays, daysBetween, type Day } from './store-calendar.ts';

type ReturnTerms = StoreProfile['returns'];

export interface Delivered {
  readonly deliveredOn: Day;
  readonly kind: string;
  readonly loyaltyTier: string | undefined;
}

export interface ReturnWindow {
  /** From delivery to the last day. */
  readonly days: number;
  /** The last day on which a return may be asked for. */
  readonly lastDay: Day;
}

/**
 * How long something may be returned, in calendar days of the store's time zone (seed, Return Policy: 30 days of
 * delivery, electronics 15; tip 5: longer for the loyal). Of a loyalty extension and a holiday window the later last day
 * counts.
 */
export function returnWindow({ deliveredOn, kind, loyaltyTier }: Delivered, terms: ReturnTerms): ReturnWindow {
  const days = daysOfKind(kind, terms) + extraDays(loyaltyTier, terms);
  const ends = [
    addDays(deliveredOn, days),
    ...terms.holiday_windows
      .filter(({ delivered_from, delivered_to }) => delivered_from <= deliveredOn && deliveredOn <= delivered_to)
      .map(({ last_day }) => last_day),
  ];
  const lastDay = ends.reduce((latest, day) => (day > latest ? day : latest));
  return { days: daysBetween(deliveredOn, lastDay), lastDay };
}

/**
 * Whether a late return is one for which the customer is offered to ask for an exception: slightly late, or loyal (seed,
 * "borderline cases"). Others get one logged only when they ask for it.
 */
export function isExceptionOffered(
  { lastDay, today, loyaltyTier }: { lastDay: Day; today: Day; loyaltyTier: string | undefined },
  terms: ReturnTerms,
): boolean {
  return daysBetween(lastDay, today) <= terms.borderline_days || extraDays(loyaltyTier, terms) > 0;
}

const daysOfKind = (kind: string, { days, days_by_kind }: ReturnTerms) =>
  new Map(Object.entries(days_by_kind)).get(kind) ?? days;

const extraDays = (tier: string | undefined, { loyalty_extra_days }: ReturnTerms) =>
  tier === undefined ? 0 : (new Map(Object.entries(loyalty_extra_days)).get(tier) ?? 0);

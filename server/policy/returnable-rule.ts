import type { RefusalReason } from '@orderline/contract/refusal.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Order, OrderLine } from '../orders/order.ts';
import { isOpen, outstanding, type ReturnRecord } from '../returns/return-record.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { neverReturnable } from './never-returnable-rule.ts';
import { isExceptionOffered, returnWindow, type ReturnWindow } from './return-window-rule.ts';
import { unitsOfLine } from './returnable-units-rule.ts';
import { dayIn, type Day } from './store-calendar.ts';

export interface ReturnFacts {
  readonly order: Order;
  readonly profile: StoreProfile;
  readonly now: Date;
  readonly returns: readonly ReturnRecord[];
  /** What a member of staff has set aside: `window`, and by `returnable` what may never be returned. */
  readonly waived: ReadonlySet<string>;
  /** An open exchange of which this return takes the place. */
  readonly insteadOf?: ReturnRecord | undefined;
}

type ReturnRefusalReason = Extract<
  RefusalReason,
  | 'no_such_line'
  | 'already_cancelled'
  | 'not_shipped_yet'
  | 'not_delivered_yet'
  | 'already_open'
  | 'already_returned'
  | 'already_claimed'
  | 'final_sale'
  | 'gift_card'
  | 'personalised'
  | 'window_passed'
  | 'quantity_unavailable'
  | 'facts_unknown'
>;

/** Why units cannot be returned, with the facts that tell it. */
export interface NotReturnable {
  readonly verdict: 'not_returnable';
  readonly reason: ReturnRefusalReason;
  /** Undefined when the order has no such line. */
  readonly line: OrderLine | undefined;
  /** With `window_passed`: of the units delivered last, and whether an exception is offered unasked. */
  readonly window?: ReturnWindow;
  readonly isExceptionOffered?: boolean;
  /** With `quantity_unavailable`: how many can be returned. */
  readonly left?: number;
  /** The return or exchange that holds units of the line. */
  readonly open?: ReturnRecord | undefined;
}

/** Units by the last day on which their return may be asked for; undefined where that does not matter. */
export interface ReturnableUnits {
  readonly verdict: 'returnable';
  readonly units: readonly { readonly quantity: number; readonly until: Day | undefined }[];
}

/**
 * Whether so many units of a line may be returned, and which all may: what was bought must have been delivered, may not
 * be of a kind that is never returned, its window must be open, and its units not on another RMA (seed, Return Policy).
 * The condition is asked of all items together, when all else is well.
 */
export function returnable(wanted: Units, facts: ReturnFacts): ReturnableUnits | NotReturnable {
  const line = facts.order.lines.find((of) => of.line === wanted.line);
  const refuse = (reason: ReturnRefusalReason, rest: Partial<NotReturnable> = {}): NotReturnable => ({
    verdict: 'not_returnable',
    reason,
    line,
    ...rest,
  });
  if (facts.order.status === 'cancelled') return refuse('already_cancelled');
  if (line === undefined) return refuse('no_such_line');
  if (line.counts.cancelled >= line.quantity) return refuse('already_cancelled');
  if (line.counts.shipped === 0) return refuse('not_shipped_yet');

  const { order, profile } = facts;
  const returns = withoutReplaced(facts);
  const { free, requested, returned } = unitsOfLine(asIfFree(line, facts.insteadOf), {
    order,
    returns,
    timeZone: profile.time_zone,
  });
  const open = returns.find((record) => isOpen(record) && unitsOn(record, line) > 0);
  const isOnItsWay = line.counts.delivered < line.counts.shipped;
  if (free.length === 0 && requested > 0 && !isOnItsWay) return refuse('already_open', { open });

  const never = facts.waived.has('returnable') ? undefined : neverReturnable(line, profile.returns.never);
  if (never !== undefined && never !== 'facts_unknown') return refuse(never);
  if (free.length === 0) {
    if (isOnItsWay) return refuse('not_delivered_yet');
    return refuse(returned > 0 ? 'already_returned' : 'already_claimed');
  }
  if (never === 'facts_unknown') return refuse(never);

  const inWindow = unitsInWindow(free, line, facts);
  if (inWindow.verdict === 'not_returnable') return refuse(inWindow.reason, inWindow);
  const left = inWindow.units.reduce((sum, { quantity }) => sum + quantity, 0);
  if (left >= wanted.quantity) return inWindow;
  return refuse(inWindow.isCertain ? 'quantity_unavailable' : 'facts_unknown', { left, open });
}

type InWindow =
  | (ReturnableUnits & { readonly isCertain: boolean })
  | Pick<NotReturnable, 'verdict' | 'reason' | 'window' | 'isExceptionOffered'>;

/** The free units whose window is open; not certain when the store does not tell the day of some. */
function unitsInWindow(free: readonly (Day | undefined)[], line: OrderLine, facts: ReturnFacts): InWindow {
  const { waived, order, profile } = facts;
  if (waived.has('window')) {
    return { verdict: 'returnable', units: [{ quantity: free.length, until: undefined }], isCertain: true };
  }
  if (line.kind === undefined && Object.keys(profile.returns.days_by_kind).length > 0) {
    return { verdict: 'not_returnable', reason: 'facts_unknown' };
  }
  const { kind = 'general' } = line;
  const windows = free
    .filter((day) => day !== undefined)
    .map((deliveredOn) => returnWindow({ deliveredOn, kind, loyaltyTier: order.loyaltyTier }, profile.returns));
  const isCertain = windows.length === free.length;
  const askedOn = dayAsked(line, facts);
  const units = [...Map.groupBy(windows, ({ lastDay }) => lastDay)]
    .filter(([until]) => until >= askedOn)
    .map(([until, of]) => ({ quantity: of.length, until }));
  if (units.length > 0) return { verdict: 'returnable', units, isCertain };

  const last = windows.reduce<ReturnWindow | undefined>(
    (latest, window) => (latest === undefined || window.lastDay > latest.lastDay ? window : latest),
    undefined,
  );
  if (last === undefined || !isCertain) return { verdict: 'not_returnable', reason: 'facts_unknown' };
  const past = { lastDay: last.lastDay, today: askedOn, loyaltyTier: order.loyaltyTier };
  return {
    verdict: 'not_returnable',
    reason: 'window_passed',
    window: last,
    isExceptionOffered: isExceptionOffered(past, profile.returns),
  };
}

/** Units of an exchange were sent back in time when the exchange was asked for in time. */
function dayAsked(line: OrderLine, { insteadOf, profile, now }: ReturnFacts): Day {
  const isReplaced = insteadOf !== undefined && unitsOn(insteadOf, line) > 0;
  return dayIn(profile.time_zone, isReplaced ? insteadOf.requestedAt : now);
}

/** The returns as they would be without the exchange that is replaced. */
const withoutReplaced = ({ returns, insteadOf }: ReturnFacts): ReturnRecord[] =>
  returns.map((record) => (record.rma === insteadOf?.rma ? { ...record, state: 'cancelled' } : record));

/** The line as it would be without the exchange that is replaced. */
function asIfFree(line: OrderLine, insteadOf: ReturnRecord | undefined): OrderLine {
  if (insteadOf === undefined) return line;
  const returnRequested = Math.max(0, line.counts.returnRequested - unitsOn(insteadOf, line));
  return { ...line, counts: { ...line.counts, returnRequested } };
}

/** Units of a line that a return still waits for. */
const unitsOn = ({ lines }: ReturnRecord, { line }: OrderLine): number =>
  lines.reduce((sum, of) => (of.line === line ? sum + outstanding(of) : sum), 0);

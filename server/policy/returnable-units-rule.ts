import type { Order, OrderLine } from '../orders/order.ts';
import { isOpen, outstanding, type ReturnRecord } from '../returns/return-record.ts';
import { dayOf, type Day } from './store-calendar.ts';

/** When a unit came; undefined where the store does not tell. */
type DeliveredUnit = Day | undefined;

interface UnitsOfLine {
  /** Delivered and neither returned, on an open RMA nor refunded without a return: the first delivered first. */
  readonly free: readonly DeliveredUnit[];
  readonly requested: number;
  readonly returned: number;
}

export interface Counted {
  readonly order: Order;
  readonly returns: readonly ReturnRecord[];
  readonly timeZone: string;
}

/**
 * What has become of a line's delivered units. Units are alike, so those that went back are taken to be the ones that were
 * delivered first. A store's own API may not know of our returns: what it counts and what we keep are never added up.
 */
export function unitsOfLine(line: OrderLine, { order, returns, timeZone }: Counted): UnitsOfLine {
  const kept = returns.flatMap((record) =>
    record.lines.filter((of) => of.line === line.line).map((of) => ({ ...of, isOpen: isOpen(record) })),
  );
  const sumOf = (count: (of: (typeof kept)[number]) => number) => kept.reduce((sum, of) => sum + count(of), 0);
  const received = sumOf((of) => of.received);

  const requested = Math.max(
    line.counts.returnRequested,
    sumOf((of) => (of.isOpen ? outstanding(of) : 0)),
  );
  const returned = Math.max(line.counts.returned, received);
  const refundedOnReturn = returned - (received - sumOf((of) => of.refunded));
  // Claimed, or lost.
  const refundedOutright = Math.max(0, line.counts.refunded - line.counts.cancelled - refundedOnReturn);
  const free = deliveredUnits(line, order, timeZone).slice(requested + returned + refundedOutright);
  return { free, requested, returned };
}

/** Each delivered unit with its parcel's day, the earliest first. */
function deliveredUnits(line: OrderLine, { parcels }: Order, timeZone: string): DeliveredUnit[] {
  const dated = parcels
    .filter(({ status }) => status === 'delivered')
    .map(({ deliveredAt, lines }) => ({
      day: deliveredAt === undefined ? undefined : dayOf(timeZone, deliveredAt),
      quantity: lines.reduce((sum, of) => (of.line === line.line ? sum + of.quantity : sum), 0),
      isContentKnown: lines.length > 0,
    }));
  const known = dated.flatMap(({ day, quantity }) => Array<DeliveredUnit>(quantity).fill(day));
  // Where the store does not say what was in its parcels, their day is the units' only if it is one and the same.
  const days = new Set(dated.filter(({ isContentKnown }) => !isContentKnown).map(({ day }) => day));
  const [day] = days.size === 1 ? days : [];
  const missing = Math.max(0, line.counts.delivered - known.length);
  return [...known.slice(0, line.counts.delivered), ...Array<DeliveredUnit>(missing).fill(day)].sort(earliestFirst);
}

const earliestFirst = (one: DeliveredUnit, other: DeliveredUnit) =>
  (one ?? '9999-12-31').localeCompare(other ?? '9999-12-31');

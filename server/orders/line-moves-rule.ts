import type { ParcelStatus } from '@orderline/contract/order.ts';
import type { Units } from '@orderline/contract/store-change.ts';

interface CountedLine {
  readonly line: number;
  readonly quantity: number;
  readonly shipped_quantity: number;
  readonly delivered_quantity: number;
  readonly cancelled_quantity: number;
  readonly return_requested_quantity: number;
  readonly returned_quantity: number;
}

/** What is in a parcel, and how far it got. */
export interface Contents {
  readonly status: ParcelStatus;
  readonly lines: readonly Units[];
}

export interface LineMove {
  readonly line: number;
  readonly shipped: number;
  readonly delivered: number;
}

/**
 * How the counters of an order's lines move when one of its parcels becomes known, gets further, or turns out to hold other
 * units, given all of them before and after; lines that stay as they are are left out. A unit counts once, also when its
 * replacement leaves in another parcel; and what was built upon a delivery, a return, is not taken away from under it.
 */
export function lineMoves(
  lines: readonly CountedLine[],
  { before, after }: { before: readonly Contents[]; after: readonly Contents[] },
): readonly LineMove[] {
  return lines.flatMap((line) => {
    const [was, is] = [unitsIn(before, line), unitsIn(after, line)];
    const needed = line.return_requested_quantity + line.returned_quantity;
    const shipped = between(needed, line.shipped_quantity + is.shipped - was.shipped, sentOf(line));
    const delivered = between(needed, line.delivered_quantity + is.delivered - was.delivered, shipped);
    const move = {
      line: line.line,
      shipped: shipped - line.shipped_quantity,
      delivered: delivered - line.delivered_quantity,
    };
    return move.shipped === 0 && move.delivered === 0 ? [] : [move];
  });
}

/** All that has not left yet. */
export const unshippedUnits = (lines: readonly CountedLine[]): readonly Units[] =>
  lines
    .map(({ line, quantity, shipped_quantity, cancelled_quantity }) => ({
      line,
      quantity: quantity - shipped_quantity - cancelled_quantity,
    }))
    .filter(({ quantity }) => quantity > 0);

const sentOf = ({ quantity, cancelled_quantity }: CountedLine) => quantity - cancelled_quantity;

/** The units of a line that parcels have shipped and delivered, no more than there are. */
function unitsIn(parcels: readonly Contents[], line: CountedLine) {
  const countIn = (some: readonly Contents[]) =>
    some
      .flatMap(({ lines }) => lines)
      .filter((of) => of.line === line.line)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  const shipped = Math.min(countIn(parcels), sentOf(line));
  return { shipped, delivered: Math.min(countIn(parcels.filter(({ status }) => status === 'delivered')), shipped) };
}

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high);

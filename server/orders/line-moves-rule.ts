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
 * units; lines that stay as they are are left out. A parcel with a replacement moves none, as its units have been counted;
 * and what was built upon a delivery, a return, is not taken away from under it.
 */
export function lineMoves(
  lines: readonly CountedLine[],
  before: Contents | undefined,
  after: Contents,
): readonly LineMove[] {
  return lines.flatMap((line) => {
    const [was, is] = [unitsOf(before, line.line), unitsOf(after, line.line)];
    const needed = line.return_requested_quantity + line.returned_quantity;
    const sent = line.quantity - line.cancelled_quantity;
    const shipped = between(needed, line.shipped_quantity + is.shipped - was.shipped, sent);
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

function unitsOf(contents: Contents | undefined, line: number) {
  const shipped = contents?.lines.find((of) => of.line === line)?.quantity ?? 0;
  return { shipped, delivered: contents?.status === 'delivered' ? shipped : 0 };
}

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high);
